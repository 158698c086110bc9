// Finds entries by their names: titles and aliases.
//
// A hit is { entry, rank, key }: the entry's number, how well one of its names fits (less is better: the tier times
// 1,000, then what tells apart within a tier), and which name that is. Entries are numbered by how many pages lead to
// them; within a tier a doubling of the number costs as much as two letters, and titles go before aliases.
const TIER = { exact: 0, stem: 1, prefix: 2, words: 3, typo: 4, part: 5 };
const tierOf = (hit) => Math.floor(hit.rank / 1000);

class Names {
  constructor() {
    // One each of an entry.
    this.titles = [];
    this.aliases = [];
    this.levels = [];
    this.topics = [];
    this.courses = [];
    this.slugs = [];
    // One each of a key, that is, of a name: its entry, which alias it is (-1: the title), and its forms.
    this.entryOf = [];
    this.aliasOf = [];
    this.said = [];
    this.whole = [];
    this.letters = [];
    this.stemsOf = [];
    // Keys by words and by stems, and what they are looked through by.
    this.keysOfWord = new Map();
    this.keysOfStem = new Map();
    this.keysOfStems = new Map();
    this.stems = [];
    this.stemLetters = [];
  }

  get size() {
    return this.titles.length;
  }

  // Takes in the entries of a term file, a few at a time: each step of the returned iterator adds `step` of them.
  *add(columns, step = 250) {
    const lists = Object.fromEntries(
      ["names", "aliases", "topics", "courses"].map((name) => [name, columns[name].split("\n")]),
    );
    for (let i = 0; i < columns.levels.length; i++) {
      const entry = this.size;
      const aliases = lists.aliases[i] ? lists.aliases[i].split("\t") : [];
      this.titles.push(lists.names[i]);
      this.aliases.push(aliases);
      this.levels.push(Number(columns.levels[i]));
      this.topics.push(lists.topics[i].split(" "));
      this.courses.push(lists.courses[i].split(" "));
      this.slugs.push(columns.slugs[i] ?? normalForm.slug(lists.names[i]));
      this.addKey(entry, -1, lists.names[i]);
      aliases.forEach((alias, number) => this.addKey(entry, number, alias));
      if (i % step === step - 1) yield;
    }
  }

  addKey(entry, alias, name) {
    const said = normalForm.of(name);
    if (!said) return;
    const words = said.split(" ");
    const whole = words.join("");
    const key = this.whole.length;
    const stems = words.map(normalForm.stem);
    this.entryOf.push(entry);
    this.aliasOf.push(alias);
    this.said.push(said);
    this.whole.push(whole);
    this.letters.push(lettersOf(whole));
    this.stemsOf.push(stems);
    for (const word of new Set(words)) put(this.keysOfWord, word, key);
    for (const stem of new Set(stems)) {
      if (!this.keysOfStem.has(stem)) {
        this.stems.push(stem);
        this.stemLetters.push(lettersOf(stem));
      }
      put(this.keysOfStem, stem, key);
    }
    put(this.keysOfStems, sorted(stems), key);
  }

  // The name that a key stands for.
  name(key) {
    const alias = this.aliasOf[key];
    return alias < 0 ? this.titles[this.entryOf[key]] : this.aliases[this.entryOf[key]][alias];
  }

  // The hits for `query` among entries that `wanted` accepts, best first.
  find(query, wanted) {
    const said = normalForm.of(query);
    if (!said) return [];
    const best = new Map();
    const hit = (key, tier, cost) => {
      const entry = this.entryOf[key];
      const alias = this.aliasOf[key] < 0 ? 0 : tier === TIER.exact ? EXACT_ALIAS_COST : ALIAS_COST;
      const rank = tier * 1000 + Math.min(998, cost + alias + RANK_COST * Math.log2(1 + entry));
      if (!(best.get(entry)?.rank <= rank) && wanted(entry)) best.set(entry, { entry, rank, key });
    };
    const words = said.split(" ");
    this.findStart(words.join(""), said, hit);
    // What a name starts with is no question: its small words count.
    const core = best.size ? words : normalForm.meant(words);
    const wholes = new Set([words.join(""), core.join("")]);
    if (!best.size) this.findStart(core.join(""), core.join(" "), hit);
    const stems = core.map(normalForm.stem);
    this.findStems(core, stems, hit);
    let spare = this.findWords(core, stems, hit);
    // A small word can be part of a name that the query holds: "mean squared error".
    const held = core.length < words.length ? this.findWords(words, words.map(normalForm.stem), hit) : Infinity;
    if (held < spare) {
      spare = held;
      wholes.delete(core.join(""));
    }
    if (![...best.values()].some((found) => found.rank < TIER.typo * 1000)) {
      for (const whole of wholes) this.findWhole(whole, spare, hit);
      this.findEach(stems, hit);
    }
    return [...best.values()].sort((a, b) => a.rank - b.rank || a.entry - b.entry);
  }

  // Names that are the query, or start with it. One that starts with its words unchanged fits better than one that has
  // other forms of the same words: "generative" is rather "generative model" than "generator".
  findStart(start, said, hit) {
    this.whole.forEach((whole, key) => {
      if (!whole.startsWith(start)) return;
      const left = Math.min(40, whole.length - start.length);
      if (!left) hit(key, TIER.exact, 0);
      else if (start.length > 3 && this.said[key].startsWith(`${said} `)) hit(key, TIER.stem, 50 + left);
      else hit(key, TIER.prefix, left);
    });
  }

  // Names with the words of the query in another form, or in another order.
  findStems(words, stems, hit) {
    for (const key of this.keysOfStems.get(sorted(stems)) ?? []) {
      const ordered = stems.every((stem, i) => stem === this.stemsOf[key][i]);
      const others = this.said[key].split(" ").map(normalForm.singular);
      const counted = ordered && words.every((word, i) => normalForm.singular(word) === others[i]);
      hit(key, TIER.stem, counted ? 0 : ordered ? 150 : 250);
    }
  }

  // Names that hold every word of the query, the last one at least as a beginning; or that the query holds whole, with
  // words to spare. Returns how many letters the longest of the latter leaves.
  findWords(words, stems, hit) {
    const last = words.at(-1);
    const letters = words.join("").length;
    const wanted = new Set(stems);
    const counts = new Map();
    for (const stem of wanted) {
      const keys = new Set(this.keysOfStem.get(stem));
      if (stem === stems.at(-1) && last.length > 1) {
        for (const [word, found] of this.keysOfWord) if (word.startsWith(last)) for (const key of found) keys.add(key);
      }
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    let spare = Infinity;
    for (const [key, count] of counts) {
      const size = this.stemsOf[key].length;
      if (count === wanted.size) hit(key, TIER.words, 8 * Math.max(0, size - count));
      else if (count >= size && this.whole[key].length > 2) {
        spare = Math.min(spare, letters - this.whole[key].length);
        hit(key, TIER.part, 500 * (1 - count / wanted.size));
      }
    }
    return spare;
  }

  // Names that the query is a few edits away from, or from a beginning of. Where it holds a whole name with `spare` letters
  // beside it, edits that change most of these have made another word of them.
  findWhole(said, spare, hit) {
    const size = Math.min(LONGEST, said.length);
    const edits = Math.min(allowed(size), Math.ceil(spare / 2) - 1);
    if (edits < 1) return;
    const startEdits = Math.min(edits, size < 7 ? 0 : size < 10 ? 1 : 2);
    const pattern = new Pattern(said);
    const letters = lettersOf(said.slice(0, size));
    this.whole.forEach((whole, key) => {
      if (whole.length < size - edits || countBits(letters & ~this.letters[key]) > edits) return;
      const length = Math.min(whole.length, size + edits);
      const distance = pattern.to(whole, length);
      const sameStart = whole[0] === said[0];
      const sameLength = Math.abs(whole.length - said.length) <= edits;
      if (sameLength && distance <= edits && (sameStart || size > 4)) {
        hit(key, TIER.typo, 60 * distance + (sameStart ? 0 : 40));
      } else if (startEdits && said.length <= LONGEST && pattern.least <= startEdits && sameStart) {
        hit(key, TIER.typo, 60 + 60 * pattern.least + Math.min(60, 2 * (whole.length - pattern.leastAt)));
      }
    });
  }

  // Names that hold every word of the query, each a few edits away.
  findEach(stems, hit) {
    if (stems.length < 2 || stems.length > MOST_WORDS) return;
    const found = new Map();
    for (const stem of stems) {
      for (const [key, { distance, other }] of this.near(stem)) {
        if (!found.has(key)) found.set(key, { sum: 0, count: 0, others: new Set() });
        const sums = found.get(key);
        sums.sum += distance;
        sums.count++;
        sums.others.add(other);
      }
    }
    for (const [key, { sum, count, others }] of found) {
      if (count < stems.length || others.size < count) continue;
      hit(key, TIER.typo, 30 + 60 * sum + 20 * (this.stemsOf[key].length - count));
    }
  }

  // The entries whose names are least unlike a query that nothing fits: less than half of its letters are edited.
  closest(query) {
    const said = normalForm.joined(normalForm.of(query)).slice(0, LONGEST);
    const pattern = new Pattern(said);
    const best = new Map();
    this.whole.forEach((whole, key) => {
      const distance = pattern.to(whole, Math.min(whole.length, LONGEST));
      const entry = this.entryOf[key];
      if (distance < said.length / 2 && !(best.get(entry)?.rank <= distance)) best.set(entry, { entry, rank: distance, key });
    });
    return [...best.values()].sort((a, b) => a.rank - b.rank || a.entry - b.entry);
  }

  // The keys that hold a word near `stem`, with the least distance and the stem at it.
  near(stem) {
    const found = new Map((this.keysOfStem.get(stem) ?? []).map((key) => [key, { distance: 0, other: stem }]));
    const edits = stem.length < 4 ? 0 : stem.length < 8 ? 1 : 2;
    if (!edits || stem.length > LONGEST) return found;
    const pattern = new Pattern(stem);
    const letters = lettersOf(stem);
    this.stems.forEach((other, i) => {
      if (Math.abs(other.length - stem.length) > edits || countBits(letters & ~this.stemLetters[i]) > edits) return;
      const distance = pattern.to(other, other.length);
      if (distance > edits) return;
      for (const key of this.keysOfStem.get(other)) {
        if (!(found.get(key)?.distance <= distance)) found.set(key, { distance, other });
      }
    });
    return found;
  }
}

// What an alias costs against a title (a title that is the query beats any alias), and each doubling of an entry's number.
const ALIAS_COST = 15;
const EXACT_ALIAS_COST = 50;
const RANK_COST = 2;
// More words than names have: such a query is a question.
const MOST_WORDS = 6;
// How many edits a name of this size may be away.
const allowed = (size) => (size < 4 ? 0 : size < 8 ? 1 : size < 14 ? 2 : 3);
const sorted = (stems) => [...stems].sort().join(" ");

function put(map, name, value) {
  const list = map.get(name);
  if (list) list.push(value);
  else map.set(name, [value]);
}
