// On the page that says that there is no network: the pages that were kept, those opened last at the top.
async function listKept() {
  const prefix = `glossary:${page.root.pathname}:`;
  const found = new Map();
  for (const cacheName of await caches.keys()) {
    if (!cacheName.startsWith(prefix)) continue;
    const cache = await caches.open(cacheName);
    for (const { url } of await cache.keys()) if (url.endsWith("/")) found.set(url, cache);
  }
  const links = [];
  for (const [href, cache] of found) {
    const text = await (await cache.match(href)).text();
    const { head, title } = new DOMParser().parseFromString(text.slice(0, text.indexOf("</title>") + 8), "text/html");
    // Pages that nobody shall find: this one, and those that only lead on.
    if (!head.querySelector("[name=robots]")) links.unshift(page.make("li", {}, page.make("a", { href }, title.split(" · ")[0])));
  }
  const list = document.querySelector("[data-kept]");
  list.lastElementChild.append(...links);
  list.hidden = !links.length;
}

// After the scripts of every page, which come later.
addEventListener("DOMContentLoaded", () => listKept().catch(() => {}));
