// Brings in the service worker (worker.js) when the page has settled. It keeps the page at once, and gets the search and
// more for who reads on: at once for who comes from another page, late for who may only look in.
// Where the browser has none, or will not have it, the page is as it was.
addEventListener("load", () => {
  const { serviceWorker, connection } = navigator;
  const { referrer } = document;
  const begin = async () => {
    await serviceWorker.register(page.url("sw.js"));
    const { active, waiting } = await serviceWorker.ready;
    const tell = (isStaying) => {
      active.postMessage({ referrer, isStaying });
      waiting?.postMessage({ referrer, isStaying, isWaiting: true });
    };
    tell(false);
    setTimeout(tell, referrer.startsWith(page.root) ? 0 : 9000, true);
  };
  if (serviceWorker && !connection?.saveData) setTimeout(() => begin().catch(() => {}), 300);
});
