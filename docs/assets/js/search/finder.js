// Finds the entries of this site: loads what the build wrote into search/, asks the names first, and the texts where no name
// accounts for the whole query.
class Finder {
  // `start` is the address of the term file relative to the site, `load` gives the value of a file of the search.
  constructor(start, load) {
    this.load = load;
    this.names = new Names();
    this.ready = this.open(start);
    // The names of entries that fewer pages lead to come when there is time.
    this.complete = this.ready.then(() => this.rest && this.takeIn(this.rest));
    // Without them there are still all others.
    this.settled = this.complete.catch(() => {});
  }

  async open(start) {
    const file = await this.load(start.replace(/\.js$/, ""));
    this.labels = file.labels;
    this.places = file.places;
    this.rows = new Shards("search/rows", file.rows, this.load);
    this.words = new Words(new Shards("search/words", file.words, this.load));
    await unhurried(this.names.add(file));
    this.rest = file.rest && `search/more-terms.${file.rest}`;
  }

  async takeIn(name) {
    await new Promise(whenIdle);
    await unhurried(this.names.add(await this.load(name)));
  }

  // Whether a filter, { level, topic, course } as numbers, lets an entry pass. Empty values let all pass.
  accepts({ level, topic, course }) {
    const { levels, topics, courses } = this.names;
    return (entry) =>
      (!level || levels[entry] === Number(level)) &&
      (!topic || topics[entry].includes(topic)) &&
      (!course || courses[entry].includes(course));
  }

  // The entries that fit a query, best first, and whether a name accounts for the whole of it.
  async find(query, filter = {}) {
    const accepts = this.accepts(filter);
    const named = this.names.find(query, accepts);
    const hits = named.filter((hit) => tierOf(hit) < TIER.part);
    return { byName: hits.length > 0, hits: hits.length ? hits : await this.findTexts(query, accepts, named) };
  }

  // The entries whose texts fit a query that no name accounts for. Names that stand in the query, `named`, count too.
  async findTexts(query, accepts, named) {
    const [words] = await Promise.all([this.words.find(query), this.settled]);
    const found = words.filter(({ entry }) => entry < this.names.size && accepts(entry));
    const most = found[0]?.score ?? 1;
    const hits = new Map(found.map(({ entry, score, place }) => [entry, { entry, score: score / most, place }]));
    const asked = normalForm.meant(normalForm.of(query).split(" ")).length;
    for (const { entry, key } of named) {
      const share = Math.min(1, this.names.stemsOf[key].length / Math.max(1, asked));
      const worth = NAME_SHARE * share;
      const hit = hits.get(entry);
      if (hit) hit.score += worth;
      else hits.set(entry, { entry, score: worth, place: 0 });
    }
    return [...hits.values()].sort((a, b) => b.score - a.score || a.entry - b.entry);
  }

  // What is kept of an entry beside its names: the hash of its passages' file, and its plain line.
  async row(entry) {
    const slug = this.names.slugs[entry];
    return (await this.rows.holding(slug)).get(slug)?.split("\t") ?? ["", ""];
  }

  async plain(entry) {
    return (await this.row(entry))[1];
  }

  // The paragraphs of an entry, as [place, anchor, text].
  async passagesOf(entry) {
    const [hash] = await this.row(entry);
    return hash ? this.load(`search/passages/${this.names.slugs[entry]}.${hash}`) : [];
  }
}

// What a name within a question counts, beside the best text: found by trial.
const NAME_SHARE = 0.7;

// Files that hold rows in the order of their keys, of which the directory names the first key and the hash.
class Shards {
  constructor(name, directory, load) {
    this.load = load;
    this.starts = [];
    this.names = [];
    this.loaded = new Map();
    for (const [number, line] of (directory ? directory.split("\n") : []).entries()) {
      const [start, hash] = line.split("\t");
      this.starts.push(start);
      this.names.push(`${name}-${number}.${hash}`);
    }
  }

  // The rows of the shard that would hold `key`.
  async holding(key) {
    const number = this.starts.findLastIndex((start) => start <= key);
    if (number < 0) return new Map();
    if (!this.loaded.has(number)) {
      this.loaded.set(number, this.read(this.names[number]));
      // What did not arrive is asked for again.
      this.loaded.get(number).catch(() => this.loaded.delete(number));
    }
    return this.loaded.get(number);
  }

  async read(name) {
    const rows = new Map();
    for (const line of (await this.load(name)).split("\n")) {
      const tab = line.indexOf("\t");
      rows.set(line.slice(0, tab), line.slice(tab + 1));
    }
    return rows;
  }
}

const whenIdle = (then) => ("requestIdleCallback" in window ? requestIdleCallback(then, { timeout: 2000 }) : setTimeout(then, 50));

// Runs the steps of an iterator with room between them for what the reader does.
async function unhurried(steps) {
  while (!steps.next().done) await new Promise((then) => setTimeout(then));
}
