// What the learner has answered, kept in this browser: one key an item under the path of the site, so that two tabs
// never overwrite each other's answers and damage stays in one item. Where the browser keeps nothing, memory does.
//
// slug/id         {s, d, t, due, n, at}: an item's memory, the days of its last review and of the next, how many
//                 reviews, and the moment of the last
// @course/slug    {on, at}: whether a course is followed
// @draft/slug/id  {text, at}: what was written in one's own words
// @gone           the items that have progress and are no longer on the site
// @broken/…       a value that could not be read, set aside
const progress = (() => {
  const prefix = `study:${page.root.pathname}:`;
  const FORMAT = "study-progress";
  const HELD = 21;
  const memory = new Map();
  const told = new Set();

  const today = () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 6e4) / 864e5);
  const changed = () => document.dispatchEvent(new Event("study-change"));

  function sayOnce(text, act) {
    if (!told.has(text)) page.notice(text, act);
    told.add(text);
  }

  // The text of everything kept, by name.
  function texts() {
    let stored = [];
    try {
      stored = Object.entries(localStorage).filter(([key]) => key.startsWith(prefix));
    } catch {
      // Blocked: memory is all there is.
    }
    const found = new Map(stored.map(([key, text]) => [key.slice(prefix.length), text]));
    for (const [name, text] of memory) if (text === null) found.delete(name); else found.set(name, text);
    return found;
  }

  function read(name) {
    if (memory.has(name)) return memory.get(name);
    try {
      return localStorage.getItem(prefix + name);
    } catch {
      return null;
    }
  }

  // `text` null removes.
  function put(name, text) {
    try {
      if (text === null) localStorage.removeItem(prefix + name);
      else localStorage.setItem(prefix + name, text);
      memory.delete(name);
    } catch (failure) {
      memory.set(name, text);
      const why = failure.name === "QuotaExceededError" ? "The storage of this browser is full" : "This browser keeps no data for this site";
      sayOnce(`${why}: what you answer now lasts until you leave this page.`, ["Export", save]);
    }
  }

  const whole = (...values) => values.every((value) => Number.isSafeInteger(value) && value >= 0);
  const within = (value, least, most) => Number.isFinite(value) && value >= least && value <= most;

  function valid(name, value) {
    if (!value || !/^(@course|(@draft\/)?[a-z0-9-]+)\/[a-z0-9-]+$/.test(name) || !whole(value.at)) return false;
    if (name[0] !== "@") return within(value.s, 0.001, 1e9) && within(value.d, 1, 10) && whole(value.t, value.due, value.n);
    return name[1] === "c" ? typeof value.on === "boolean" : typeof value.text === "string";
  }

  // The value of a text, or null. One that cannot be read is set aside.
  function parse(name, text) {
    if (text === null) return null;
    try {
      const value = JSON.parse(text);
      if (valid(name, value)) return value;
    } catch {
      // Not JSON: set aside below.
    }
    put(`@broken/${name}`, text);
    put(name, null);
    sayOnce("Something kept in this browser could not be read. That answer counts as new; nothing else is lost.");
    return null;
  }

  const get = (name) => parse(name, read(name));

  const values = (wanted) => new Map([...texts()].filter(([name]) => wanted.test(name)).map(([name, text]) => [name, parse(name, text)]).filter(([, value]) => value));

  const records = () => values(/^[^@]/);

  // A review dated after today was made under a wrong clock: it counts from today.
  const dueDay = (record) => record.due - Math.max(0, record.t - today());
  const isDue = (record) => dueDay(record) <= today();

  // The record of an item after a grade given now. What was forgotten comes back on the same day.
  function next(key, grade) {
    const past = get(key);
    const t = today();
    const after = fsrs.review(past, past ? Math.max(0, t - past.t) : 0, grade);
    return { ...after, t, due: t + (grade === 1 ? 0 : fsrs.interval(after.s)), n: (past?.n ?? 0) + 1, at: Date.now() };
  }

  const back = (record) => page.when(record.due - today());
  const foresee = (key, grade) => back(next(key, grade));

  // Records a grade and says when the item comes back. An item without an id has no key, and nothing is kept.
  function grade(key, given) {
    const record = next(key, given);
    if (key) put(key, JSON.stringify(record));
    changed();
    return back(record);
  }

  // Keeps what a learner wrote or chose; null removes it.
  const jot = (name, value) => put(name, value && JSON.stringify({ ...value, at: Date.now() }));

  function markGone(keys) {
    put("@gone", keys.length ? keys.join(" ") : null);
  }

  // For each slug how many items were seen, how many will be held for three weeks, and how many are due. Items that
  // have left the site do not count.
  function terms() {
    const found = new Map();
    const gone = new Set((read("@gone") ?? "").split(" "));
    for (const [key, record] of records()) {
      if (gone.has(key)) continue;
      const slug = key.split("/")[0];
      const sums = found.get(slug) ?? { seen: 0, held: 0, due: 0 };
      sums.seen += 1;
      sums.held += record.s >= HELD;
      sums.due += isDue(record);
      found.set(slug, sums);
    }
    return found;
  }

  const dump = () => JSON.stringify({ format: FORMAT, version: 1, values: Object.fromEntries([...values(/^(?!@[gb])/)].sort()) });

  function save() {
    const href = URL.createObjectURL(new Blob([dump()], { type: "application/json" }));
    page.make("a", { href, download: `${FORMAT}-${new Date().toLocaleDateString("sv")}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 6e4);
  }

  // Takes over what is newer in an exported file and returns how much that was. Throws an Error that says what is wrong;
  // then nothing is taken over.
  function load(text) {
    let file;
    try {
      file = JSON.parse(text);
    } catch {
      throw Error("This file cannot be read: it is damaged, or no progress file.");
    }
    if (file?.format !== FORMAT || !file.version || Object(file.values) !== file.values) throw Error("This is not a progress file of a study glossary.");
    if (file.version !== 1) throw Error("This file comes from a newer version of the glossary: reload the page.");
    const given = Object.entries(file.values);
    const bad = given.filter((entry) => !valid(...entry)).length;
    if (bad) throw Error(`This file is damaged: ${bad} of its ${page.counted(given.length, "part")} cannot be read.`);
    const taken = given.filter(([name, value]) => value.at > (get(name)?.at ?? -1));
    for (const [name, value] of taken) put(name, JSON.stringify(value));
    changed();
    return taken.length;
  }

  function forget(...names) {
    for (const name of names) put(name, null);
    changed();
  }

  const forgetAll = () => forget(...texts().keys());

  addEventListener("storage", (event) => {
    if (event.key === null || event.key.startsWith(prefix)) changed();
  });
  // The day may have changed while the page was out of sight.
  document.addEventListener("visibilitychange", changed);

  return { today, get, records, dueDay, isDue, foresee, grade, jot, changed, markGone, terms, dump, save, load, forget, forgetAll };
})();
