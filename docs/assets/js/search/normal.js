// Normal forms of names, texts and queries. The specification is hooks/termbase/search/normal-form.md; the same is written
// in Python in normal.py beside it.
const normalForm = (() => {
  const APOSTROPHES = /['’‘`ʼ]/gu;
  const BRITISH = [
    [/^([a-z]{3,})is(ations?|e|ed|ers?|es|ing|able)$/, "$1iz$2"],
    [/^([a-z]{3,})ys(e|ed|ers?|es|ing)$/, "$1yz$2"],
    [/^([a-z]{3,})our(|s|ed|ing|al|able|ite|hoods?)$/, "$1or$2"],
    [/^([a-z]+[aeiou])ll(ed|ing|ers?)$/, "$1l$2"],
    [/^([a-z]{2,})tre(s?)$/, "$1ter$2"],
    [/^([a-z]{3,})ogue(s?)$/, "$1og$2"],
  ];
  const AMERICAN = new Map([
    ["artefact", "artifact"],
    ["artefacts", "artifacts"],
    ["grey", "gray"],
    ["licence", "license"],
    ["programme", "program"],
    ["programmes", "programs"],
  ]);
  // What the rules above can change, so that most words are looked at once.
  const MAYBE_BRITISH = /is[aei]|ys[ei]|our|ll[ei]|tre|ogue|artef|grey|licen|amme/;
  const OWN_STEM = new Set(["bias", "embed", "lens", "series"]);
  const PLURAL = [
    [/^(..+)ies$/, "$1y"],
    [/^(.+(?:ss|x|ch|sh))es$/, "$1"],
    [/^(.{2,}[^sui])s$/, "$1"],
  ];
  const STOP = new Set(
    ("a an and are as at be by can define definition do does explain for from how i if in into is it its" +
      " me mean meaning means my of on or please should so stand stands tell than that the then there this" +
      " to versus vs was we what when where which while who why will with work works you your").split(" "),
  );
  const stems = new Map();

  function fold(text) {
    const plain = text.toLowerCase();
    if (/^[a-z0-9 ]*$/.test(plain)) return plain.trim().replace(/ +/g, " ");
    return plain
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}/gu, "")
      .replace(APOSTROPHES, "")
      .replaceAll("ς", "σ")
      .replaceAll("+", " plus ")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  }

  function american(word) {
    if (!/^[a-z]+$/.test(word)) return word;
    const rule = BRITISH.find(([pattern]) => pattern.test(word));
    return rule ? word.replace(...rule) : AMERICAN.get(word) ?? word;
  }

  function of(text) {
    const folded = fold(text);
    return MAYBE_BRITISH.test(folded) ? folded.split(" ").map(american).join(" ") : folded;
  }

  const joined = (words) => words.replaceAll(" ", "");

  function stem(word) {
    let found = stems.get(word);
    if (found === undefined) stems.set(word, (found = stemmed(word)));
    return found;
  }

  function stemmed(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word) || OWN_STEM.has(word)) return word;
    const found = withoutEnding(withoutIze(singular(word)));
    if (found.length < 4) return found;
    if (/(?:e|ll)$/.test(found)) return found.slice(0, -1);
    return found.endsWith("y") ? `${found.slice(0, -1)}i` : found;
  }

  function singular(word) {
    const rule = PLURAL.find(([pattern]) => pattern.test(word));
    return rule ? word.replace(...rule) : word;
  }

  const withoutIze = (word) =>
    word.replace(/^(..+)if(?:ied|ication)$/, "$1ify").replace(/^(.{4,})iz(?:ational|ation|able|ing|ed|er|e)$/, "$1");

  function withoutEnding(word) {
    const ate = /^(.{4,})at(?:ional|ion|ive|ing|ed|or|e)$/.exec(word);
    const found = ate ? ate[1] : withoutVerb(word);
    const manner = /^(.{6,}?)(?:ally|al|ly)$|^(.{5,})ive$/.exec(found);
    return (manner ? manner[1] ?? manner[2] : found).replace(/^(...+[st])ion$/, "$1");
  }

  function withoutVerb(word) {
    let found = /^(...+)(?:ing|ed)$/.exec(word);
    if (!found || !/[aeiouy]/.test(found[1])) found = /^(.{4,})(?:er|or)$/.exec(word);
    return found ? found[1].replace(/([bdgmnprt])\1$/, "$1") : word;
  }

  // The words that carry meaning, or all where none does.
  function meant(words) {
    const found = words.filter((word) => !STOP.has(word));
    return found.length ? found : words;
  }

  // The slug that follows from a title; entries with another one say so in the term file.
  const slug = (title) => (fold(title).match(/[a-z0-9]+/g) ?? []).join("-");

  return { fold, of, joined, singular, stem, meant, slug };
})();
