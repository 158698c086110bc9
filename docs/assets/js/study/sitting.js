// Chooses what to ask: reviews, new items, decks of cards, quizzes. Functions from the study index (review/index.js)
// and the learner's records to lists of keys, `slug/id`.
const sitting = (() => {
  const MOST = 20;
  const MOST_NEW = 10;
  const NEW_OF_A_TERM = 3;

  const split = (text = "") => text.split(" ").filter(Boolean);
  const slugOf = (key) => key.split("/")[0];
  const termsOf = (index, deck) => split(index.decks[deck].terms);
  const keys = (slug, ids) => split(ids).map((id) => `${slug}/${id}`);

  // The items of a term, from easy to hard.
  function itemsOf(index, slug) {
    const { cards, quiz, own } = index.terms[slug];
    return keys(slug, [...cards, quiz, own].join(" "));
  }

  const catalogue = (index) => new Set(Object.keys(index.terms).flatMap((slug) => itemsOf(index, slug)));

  // What is due, the most forgotten first.
  function due(records) {
    const left = ({ t, s }) => fsrs.recall(Math.max(0, progress.today() - t), s);
    const found = records.filter(([, record]) => progress.isDue(record)).map(([key, record]) => [left(record), key]);
    return found.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)).map(([, key]) => key);
  }

  // New items of the courses that are followed, in teaching order, a few of each term.
  function fresh(index, records, courses) {
    const found = new Set();
    for (const slug of courses.flatMap((course) => termsOf(index, `courses/${course}`))) {
      const unseen = itemsOf(index, slug).filter((key) => !records.has(key));
      for (const key of unseen.slice(0, NEW_OF_A_TERM)) if (found.size < MOST_NEW) found.add(key);
    }
    return [...found];
  }

  // Orders keys so that neighbours come from different terms: the term with the most left first, and among equals one
  // that is related to, or contrasts with, the last.
  function mix(index, wanted) {
    const left = [...wanted];
    const out = [];
    while (left.length) {
      const last = slugOf(out.at(-1) ?? "");
      const near = split(index.terms[last]?.near);
      const score = (slug) => (slug === last ? 0 : left.filter((key) => slugOf(key) === slug).length + near.includes(slug) / 2);
      const scores = left.map((key) => score(slugOf(key)));
      out.push(...left.splice(scores.indexOf(Math.max(...scores)), 1));
    }
    return out;
  }

  // The cards of a deck, of one level (0–2) or all (-1): due ones first, then new ones, then those that come back soonest.
  function cards(index, deck, level, records) {
    const ids = ({ cards }) => (level < 0 ? cards.join(" ") : cards[level]);
    const rank = (key) => (records.has(key) ? progress.dueDay(records.get(key)) : progress.today() + 0.5);
    const all = termsOf(index, deck).flatMap((slug) => keys(slug, ids(index.terms[slug])));
    return all.sort((a, b) => rank(a) - rank(b));
  }

  function shuffled(list, random) {
    return list.map((value) => [random(), value]).sort((a, b) => a[0] - b[0]).map(([, value]) => value);
  }

  // The questions of a deck in drawn order: no term gives a second one before every term has given one.
  function quiz(index, deck, random = Math.random) {
    const piles = shuffled(termsOf(index, deck).map((slug) => shuffled(keys(slug, index.terms[slug].quiz), random)), random);
    const rounds = Math.max(0, ...piles.map((pile) => pile.length));
    return Array.from({ length: rounds }, (_, round) => piles.flatMap((pile) => pile[round] ?? [])).flat();
  }

  return { MOST, slugOf, catalogue, due, fresh, mix, cards, quiz };
})();
