// The terms that were opened from the search, in this browser only, the last one first.
const recent = (() => {
  const key = `search:${page.root.pathname}:recent`;
  const MOST = 5;

  function all() {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      return kept.filter((slug) => typeof slug === "string").slice(0, MOST);
    } catch {
      // Nothing kept, nothing that can be read, or storage blocked: it is a convenience.
      return [];
    }
  }

  function keep(slugs) {
    try {
      if (slugs.length) localStorage.setItem(key, JSON.stringify(slugs));
      else localStorage.removeItem(key);
    } catch {
      // As above.
    }
  }

  const add = (slug) => keep([slug, ...all().filter((other) => other !== slug)].slice(0, MOST));

  return { all, add, forget: () => keep([]) };
})();
