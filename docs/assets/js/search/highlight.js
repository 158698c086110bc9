// Marks in a text what a query found there. Everything is put in as text, never as markup.
const highlight = (() => {
  const WORD = /[\p{L}\p{N}]+/gu;
  const AROUND = 150;

  // What to look for: the stems of a query, and its last word, which may be a beginning.
  function sought(query) {
    const words = normalForm.of(query).split(" ");
    return { stems: new Set(normalForm.meant(words).map(normalForm.stem)), start: words.at(-1) };
  }

  const isFound = ({ stems }, word) => stems.has(normalForm.stem(normalForm.of(word)));

  // Where words of `text` are found, as [start, end]. Of a word that was begun, the beginning counts.
  function places(text, wanted) {
    const found = [];
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (isFound(wanted, word)) found.push([index, index + word.length]);
      else if (wanted.start.length > 1 && normalForm.of(word).startsWith(wanted.start)) found.push([index, index + wanted.start.length]);
    }
    return found;
  }

  // How much of `name` a query spells that starts like it, spaces and hyphens apart; 0 where it does not.
  function spelled(name, query) {
    const said = normalForm.joined(normalForm.fold(query));
    let end = 0;
    let sofar = "";
    for (const character of name) {
      if (sofar.length >= said.length) break;
      sofar += normalForm.joined(normalForm.fold(character));
      end += character.length;
    }
    return sofar === said ? end : 0;
  }

  function marked(text, found) {
    const parts = [];
    let position = 0;
    for (const [start, end] of found) {
      parts.push(text.slice(position, start), page.make("mark", {}, text.slice(start, end)));
      position = end;
    }
    return [...parts, text.slice(position)];
  }

  function inName(name, query) {
    const end = spelled(name, query);
    return marked(name, end ? [[0, end]] : places(name, sought(query)));
  }

  const inText = (text, query) => marked(text, places(text, sought(query)));

  // The stretch of `text` that holds the most different words of a query.
  function excerpt(text, query) {
    const wanted = sought(query);
    const found = places(text, wanted);
    const stemAt = ([start, end]) => normalForm.stem(normalForm.of(text.slice(start, end)));
    let best = { held: 0, start: 0 };
    for (const [start] of found) {
      const held = new Set(found.filter(([from, to]) => from >= start && to <= start + AROUND).map(stemAt)).size;
      if (held > best.held) best = { held, start };
    }
    // From the start of the sentence, or of a word a little before.
    const before = text.slice(0, best.start);
    const sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf("? "), before.lastIndexOf("! ")) + 2;
    const from = before.length <= 60 ? 0 : sentence > 1 && before.length - sentence < 60 ? sentence : before.lastIndexOf(" ", before.length - 30) + 1;
    const to = text.length - from <= AROUND + 40 ? text.length : text.lastIndexOf(" ", from + AROUND + 20);
    return { held: best.held, text: `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}` };
  }

  return { inName, inText, excerpt };
})();
