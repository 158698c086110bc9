// Marks in a text what a query found there. Everything is put in as text, never as markup.
const highlight = (() => {
  const WORD = /[\p{L}\p{N}]+/gu;
  // How many letters a row shows, and how many of them before what was found.
  const AROUND = 150;
  const BEFORE = 60;

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

  // The stretch of `text` that says most about a query: which words of it, the long ones for more, and those words alone.
  function excerpt(text, query) {
    const found = places(text, sought(query));
    let best = { worth: 0, start: 0 };
    for (const [start] of found) {
      const within = found.filter(([from, to]) => from >= start && to <= start + AROUND);
      const words = new Set(within.map(([from, to]) => normalForm.stem(normalForm.of(text.slice(from, to)))));
      const worth = [...words].join("").length;
      if (worth > best.worth) best = { worth, start };
    }
    return { worth: best.worth, text: text.length > AROUND * 1.4 ? cut(text, best.start) : text };
  }

  // About as much of a long text as a row shows, from the start of the sentence or a few words before `start`.
  function cut(text, start) {
    const before = text.slice(0, start);
    const sentence = Math.max(...[". ", "? ", "! "].map((end) => before.lastIndexOf(end))) + 2;
    const near = start - sentence < BEFORE ? sentence : Math.max(start - BEFORE, before.lastIndexOf(" ", start - BEFORE / 2) + 1);
    const from = start < BEFORE ? 0 : near;
    const space = text.lastIndexOf(" ", from + AROUND);
    const to = text.length - from <= AROUND * 1.4 ? text.length : space > from ? space : from + AROUND;
    return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  }

  return { inName, inText, excerpt };
})();
