// Brings in the service worker (worker.js) when the page has settled: at once for who reads on, late for who only looks in.
// Where the browser has none, or will not have it, the page is as it was.
addEventListener("load", () => {
  const { serviceWorker, connection } = navigator;
  const { referrer } = document;
  const begin = async () => {
    await serviceWorker.register(page.url("sw.js"));
    const { active, waiting } = await serviceWorker.ready;
    active.postMessage({ referrer });
    waiting?.postMessage({ referrer, isWaiting: true });
  };
  if (serviceWorker && !connection?.saveData) setTimeout(() => begin().catch(() => {}), referrer.startsWith(page.root) ? 500 : 9000);
});
