// Finds entries by the words of their texts, in shards that are loaded when a query needs them. What a shard holds is
// written in hooks/termbase/search/postings.py.
const MOST_QUERY_WORDS = 12;

class Words {
  // `shards` gives the rows of a key's shard: a promise of a Map.
  constructor(shards) {
    this.shards = shards;
  }

  // The entries that hold words of `query`, best first: { entry, score, place }. Scores are comparable within an answer.
  async find(query) {
    const words = normalForm.meant(normalForm.of(query).split(" ").filter(Boolean));
    const asked = [...new Set(words)].slice(0, MOST_QUERY_WORDS);
    const loaded = await Promise.all(asked.map((word) => this.shards.holding(normalForm.stem(word))));
    const found = new Map();
    let known = 0;
    asked.forEach((word, i) => {
      const lists = postingsOf(word, loaded[i], i === asked.length - 1);
      if (lists.length) known++;
      for (const [text, share] of lists) this.gather(found, text, share, i);
    });
    const answer = [...found].map(([entry, { sum, held, places }]) => ({
      entry,
      score: sum * (0.5 + (0.5 * countBits(held)) / Math.max(1, known)),
      place: places.indexOf(Math.max(...places)),
    }));
    return answer.sort((a, b) => b.score - a.score || a.entry - b.entry);
  }

  // Adds one list of postings: distance, impact and place each, in base 36.
  gather(found, text, share, word) {
    let entry = -1;
    for (const posting of text.split(" ")) {
      const digits = posting.length - 2;
      entry += digits ? parseInt(posting.slice(0, digits), 36) : 1;
      const packed = parseInt(posting.slice(digits), 36);
      const score = share * (packed >> 3);
      let sums = found.get(entry);
      if (!sums) found.set(entry, (sums = { sum: 0, held: 0, places: new Array(8).fill(0) }));
      sums.sum += score;
      sums.held |= 1 << word;
      sums.places[packed & 7] += score;
    }
  }
}

// The postings of a word, with the share that each counts: those of its stem, or of the nearest stems where there is none;
// for the last word, which may not be finished, also those of stems that start with it.
function postingsOf(word, rows, last) {
  const stem = normalForm.stem(word);
  const lists = rows.has(stem) ? [[rows.get(stem), 1]] : nearest(stem, rows).map((found) => [rows.get(found), 0.6]);
  if (last && word.length > 2) {
    const longer = [...rows.keys()].filter((other) => other !== stem && other.startsWith(word));
    lists.push(...longer.slice(0, 20).map((found) => [rows.get(found), 0.5]));
  }
  return lists;
}

function nearest(stem, rows) {
  if (stem.length < 4 || stem.length > LONGEST) return [];
  const pattern = new Pattern(stem);
  let edits = stem.length < 6 ? 1 : 2;
  let found = [];
  for (const other of rows.keys()) {
    if (Math.abs(other.length - stem.length) > edits) continue;
    const distance = pattern.to(other, other.length);
    if (distance < edits) [edits, found] = [distance, []];
    if (distance === edits) found.push(other);
  }
  return found.slice(0, 3);
}
