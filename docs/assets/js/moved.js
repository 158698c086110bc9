// Progress that was kept under names that terms, items and courses had before goes on under those that they have now.
(() => {
  const root = new URL(document.querySelector("meta[name=glossary-root]").content, location.href);
  const prefix = `study:${root.pathname}:`;
  const moved = new Map(globalThis.studyMoved);

  function now(name) {
    const [, draft, slug, item] = /^((?:@draft\/)?)([^/]*\/)(.*)$/.exec(name) ?? [];
    if (slug === "@course/") return moved.get(name);
    if (!slug) return undefined;
    const here = (moved.get(slug) ?? slug) + item;
    return draft + (moved.get(here) ?? here);
  }

  const at = (text) => {
    try {
      return JSON.parse(text).at;
    } catch {
      return 0;
    }
  };

  try {
    for (const [key, text] of Object.entries(localStorage)) {
      const name = key.startsWith(prefix) ? key.slice(prefix.length) : "";
      const to = name && now(name);
      if (!to || to === name) continue;
      // Where both were answered, the newer answer counts.
      if (!(at(localStorage.getItem(prefix + to)) >= at(text))) localStorage.setItem(prefix + to, text);
      localStorage.removeItem(key);
    }
  } catch {
    // The storage is blocked or full: nothing is lost, and the next visit tries again.
  }
})();
