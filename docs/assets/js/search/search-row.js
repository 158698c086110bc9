// The rows of the search's list: links that are options.
const searchRow = (() => {
  const LEVELS = ["", "Beginner", "Intermediate", "Advanced"];

  const address = (slug, anchor) => folderAddress(`terms/${encodeURIComponent(slug)}/`) + (anchor && `#${anchor}`);

  function level(number) {
    const made = page.make("span", { className: "g-level" });
    if (number) made.append(page.icon(`l${number}`), LEVELS[number]);
    return made;
  }

  const line = (className, ...children) => page.make("span", { className }, ...children);

  function row(names, entry, anchor, ...children) {
    const slug = names.slugs[entry];
    const made = page.make("a", { className: "g-hit", href: address(slug, anchor), tabIndex: -1 }, ...children);
    made.dataset.slug = slug;
    return withAttributes(made, { role: "option", "aria-selected": "false" });
  }

  // A row for an entry by its name, or by the alias that fits.
  function named(finder, { entry, key }, query) {
    const { names } = finder;
    const alias = key !== undefined && names.aliasOf[key] >= 0 ? names.name(key) : "";
    const why = alias ? ["alias “", ...highlight.inName(alias, query), "”"] : [];
    const plain = line("g-hit__plain");
    const title = names.titles[entry];
    const made = row(names, entry, "", line("g-hit__name", ...(alias ? [title] : highlight.inName(title, query))), line("g-hit__as", ...why), level(names.levels[entry]), plain);
    finder.plain(entry).then((text) => plain.append(text), () => {});
    return made;
  }

  // A row for a text that speaks of what was asked: the section, and words around what was found.
  function said(finder, { entry, place }, query) {
    const { names } = finder;
    const [anchor] = finder.places[place];
    const where = line("g-hit__as");
    const words = line("g-hit__plain");
    const made = row(names, entry, anchor, line("g-hit__name", ...highlight.inName(names.titles[entry], query)), where, level(names.levels[entry]), words);
    excerptOf(finder, { entry, place }, query).then(
      ({ heading, anchor: nearer, text }) => {
        made.href = address(names.slugs[entry], nearer);
        where.append(heading);
        words.append(...highlight.inText(text, query));
      },
      () => {},
    );
    return made;
  }

  // The words of a text that hold most of a query, and where they stand. At the top of the page that is the plain line, or
  // a question that learners ask.
  async function excerptOf(finder, { entry, place }, query) {
    const [plain, passages] = await Promise.all([finder.plain(entry), finder.passagesOf(entry)]);
    const texts = passages.filter(([number]) => number === place).map(([, anchor, text]) => ({ anchor, text, heading: finder.places[place][1] }));
    if (!place) texts.unshift({ anchor: "", text: plain, heading: "" });
    const excerpts = texts.map((found) => ({ ...found, ...highlight.excerpt(found.text, query) }));
    return excerpts.reduce((one, other) => (other.worth > one.worth ? other : one));
  }

  return { LEVELS, named, said };
})();
