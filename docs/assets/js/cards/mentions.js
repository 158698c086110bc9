// Which words of a text name a term: the longest name first, whole words only, blind to hyphens, spaces and plurals. Case does
// not matter, except that a name all of capitals ("GAN") counts only as it is written.

// Addresses and TeX are taken as one word, which is no name.
const WORD = /\w+:\/\/\S+|\$\$[^]*?\$\$|\$[^$\n]+\$|\\\([^]*?\\\)|\\\[[^]*?\\\]|[\p{L}\p{N}\p{M}_]+/gu;
const GAP = /[\s\-\u2010-\u2015\u2212]+/g;

const plain = (text) => text.replace(GAP, " ").replace(/\u2019/g, "'");
const either = (map, text) => map.get(text) ?? map.get(text.toLowerCase());

// Returns the slugs by every form of their names, and by the first word of a form how many words to look at.
function lexicon(names) {
  const slugs = new Map();
  const lengths = new Map();
  for (const [slug, held] of Object.entries(names)) {
    for (const name of held.map(plain)) {
      const form = name === name.toUpperCase() ? name : name.toLowerCase();
      for (const ending of ["", "s", "es"]) {
        // What is a name as it stands is no other's plural.
        if (!ending || !slugs.has(form + ending)) slugs.set(form + ending, slug);
        const words = (form + ending).match(WORD);
        lengths.set(words[0], Math.max(words.length, lengths.get(words[0]) ?? 0));
      }
    }
  }
  return { slugs, lengths };
}

// Returns [slug, start, end] of each mention.
function mentions(text, { slugs, lengths }) {
  const words = [...text.matchAll(WORD)];
  const found = [];
  for (let first = 0; first < words.length; first += 1) {
    const start = words[first].index;
    for (let last = first + (either(lengths, words[first][0]) ?? 0) - 1; last >= first; last -= 1) {
      if (!words[last]) continue;
      const end = words[last].index + words[last][0].length;
      const slug = either(slugs, plain(text.slice(start, end)));
      if (!slug) continue;
      found.push([slug, start, end]);
      first = last;
      break;
    }
  }
  return found;
}
