// The site's service worker: pages that were opened, and the search, go on without a network.
//
// `made` stands before this text (hooks/termbase/offline/worker.py): the build, a hash over the site's files, what is
// fetched first, and the names of the site's own files and folders. Without a build this worker only takes itself away.
//
// One cache is one build. A page is asked of the network first and kept together with all files that it names; files with a
// hash in their names never change, so that a kept page finds the very files it was made with. A new build begins an empty
// cache (one that comes back may find its own) and fetches the pages of the others anew (`carryOver`); then those go, with
// every file that nobody needs any more. Until then what they hold still counts, after what the new one has.
const root = registration.scope;
const prefix = `glossary:${new URL(root).pathname}:`;
const own = prefix + made.build;
// The oldest visits go first.
const MOST_PAGES = 60;
// In milliseconds: then a copy will do.
const PATIENCE = 3000;

const isPage = (address) => address.endsWith("/");
const isHashed = (address) => /\.[0-9a-f]{8,64}\.[^/]*$/.test(address);
// Other sites may stand below this one.
const isOurs = (address) =>
  address.startsWith(root) && made.names.includes(decodeURIComponent(address.slice(root.length).split(/[/?#]/)[0]));
const isWhole = ({ status, type, redirected }) => status === 200 && type === "basic" && !redirected;
// Or moved. A server that is busy, or refuses, may have it all the same.
const isGone = ({ status, ok, redirected, url }) => status === 404 || status === 410 || (ok && redirected && isOurs(url));
const pause = (time) => new Promise((then) => setTimeout(then, time));
const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));
const inOwn = (address) => caches.match(address, { cacheName: own });

// Those of other builds, the newest first: they stand in the order in which they were made. A build that came back may be
// older than some, and the next one may have made its own.
const otherCaches = async () => (await ourCaches()).filter((name) => name !== own).reverse();

// The name that something is kept under: one page may be asked for in several ways.
function nameOf(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, "/");
}

async function kept(address) {
  let found = await inOwn(address);
  for (const cacheName of await otherCaches()) found ??= await caches.match(address, { cacheName });
  return found;
}

async function keep(address, response) {
  const cache = await caches.open(own);
  // Put anew it stands last: the order is that of the visits.
  await cache.delete(address);
  try {
    await cache.put(address, response);
  } catch (failure) {
    // The storage is full.
    await trim(MOST_PAGES / 2);
    throw failure;
  }
}

async function trim(most) {
  const cache = await caches.open(own);
  const pages = (await cache.keys()).filter(({ url }) => isPage(url) && !made.first.includes(url.slice(root.length)));
  for (const page of pages.slice(0, Math.max(0, pages.length - most))) await cache.delete(page);
}

// Keeps a file that this build has not kept yet, or keeps it anew; throws where the network or the server fails. What the
// server does not have is missing on the page online too.
async function take(address, isAnew) {
  if (!isAnew && (await inOwn(address))) return;
  const copy = isHashed(address) && (await kept(address));
  if (copy) return keep(address, copy);
  const response = await fetch(address, { cache: isHashed(address) ? "default" : "no-cache", priority: "low" });
  if (isWhole(response)) await (isPage(address) ? keepPage : keep)(address, response);
  else if (!isGone(response)) throw Error(response.status);
}

// The files that a page is made with, and what goes with that of a term: its card, and its questions for the review.
function filesOf(text, address) {
  const named = [...text.matchAll(/<(?:script|img|link)\b[^>]*?\s(?:src|href)="([^"?#]+\.(?:css|js|svg|png|jpe?g|webp|gif|woff2))"/g)];
  const slug = /terms\/([a-z0-9-]+)\/$/.exec(address)?.[1];
  const study = slug ? [`${address}card.json`, `${root}study/${slug}.js`] : [];
  const files = [...named.map(([, file]) => new URL(file, address).href), ...study];
  return [...new Set(files)].filter(isOurs);
}

// The page may be of the next build already: files without a hash come anew with it. Where they cannot, an older one will do.
async function takeWithPage(file) {
  try {
    await take(file, !isHashed(file));
  } catch (failure) {
    if (!(await inOwn(file))) throw failure;
  }
}

async function keepPage(address, response) {
  const text = await response.clone().text();
  await Promise.all(filesOf(text, address).map(takeWithPage));
  await keep(address, response);
  await trim(MOST_PAGES);
}

// Stops where the network or the server fails; the next page that opens goes on. What the next build has made for itself is
// left to it.
async function carryOver() {
  if (registration.installing || registration.waiting) return;
  for (const name of await otherCaches()) {
    const cache = await caches.open(name);
    for (const { url } of (await cache.keys()).filter((request) => isPage(request.url))) {
      if (isOurs(url)) await take(url);
      await cache.delete(url);
    }
    await caches.delete(name);
  }
}

async function leave() {
  for (const name of await ourCaches()) await caches.delete(name);
  await registration.unregister();
}

// What the network says, or a copy where that fails or takes too long.
async function freshOr(copy, fresh) {
  const response = await Promise.race([fresh, ...(copy ? [pause(PATIENCE)] : [])]).catch(() => {});
  return response && !(copy && response.status >= 500) ? response : copy;
}

async function openPage(event) {
  const { request } = event;
  const address = nameOf(request.url);
  const fresh = Promise.resolve(event.preloadResponse).then((response) => response ?? fetch(request));
  const isVisit = request.destination === "document" && isPage(address);
  const isKept = fresh.then((response) => isVisit && isWhole(response) && keepPage(address, response.clone()));
  event.waitUntil(isKept.catch(() => {}));
  const found = await freshOr(await kept(address), fresh);
  if (found) return found;
  if (!isPage(address) && (await kept(`${address}/`))) return Response.redirect(`${address}/${new URL(request.url).search}`);
  return request.destination === "document" ? sayOffline() : Response.error();
}

// The page stands at any address, so that to load it again asks for what was wanted: its links must start from the
// root. What else stands in attributes is relative to other things.
async function sayOffline() {
  const page = await kept(`${root}offline/`);
  const text = (await page?.text())?.replace(/(\s(?:href|src|content)=")\.\.(?:\/|(?="))/g, `$1${root}`);
  return text ? new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } }) : Response.error();
}

async function openFile(event) {
  const address = nameOf(event.request.url);
  const copy = await kept(address);
  if (copy && isHashed(address)) return copy;
  const fresh = fetch(event.request);
  const isKept = fresh.then((response) => isWhole(response) && keep(address, response.clone()));
  event.waitUntil(isKept.catch(() => {}));
  return (await freshOr(copy, fresh)) ?? Response.error();
}

async function begin() {
  // A build may come back that was published before, even while its worker is still at work: what it kept stays.
  await caches.open(own);
  // The page that it shows without a network.
  await take(root + made.first[0]);
}

// A page has loaded. A worker that waits comes in if that page, which is of the new build, is the only one: then none loses
// what it was made with. The page and the one before it may have been opened before there was a worker: they are kept too.
// What else is wanted later comes when the reader stays.
async function settle({ source, data: { referrer, isWaiting, isStaying } }) {
  if (isWaiting) {
    const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
    if (pages.filter(({ url }) => isOurs(url)).length > 1) return;
    await skipWaiting();
  }
  for (const address of [referrer, source.url].filter(isOurs).map(nameOf)) {
    if (isPage(address)) await take(address);
  }
  if (!isStaying) return;
  for (const file of made.first) await take(root + file);
  await carryOver();
}

addEventListener("install", (event) => event.waitUntil(made.build ? begin() : skipWaiting()));

addEventListener("activate", (event) => event.waitUntil(made.build ? registration.navigationPreload?.enable() : leave()));

// From docs/assets/js/offline.js.
addEventListener("message", (event) => event.waitUntil(settle(event).catch(() => {})));

addEventListener("fetch", (event) => {
  const { method, url, headers, mode, destination } = event.request;
  if (!made.build || method !== "GET" || !isOurs(url) || headers.has("range")) return;
  if (mode === "navigate") event.respondWith(openPage(event));
  else if (/^(script|style|font|image)$/.test(destination) || url.endsWith("/card.json")) event.respondWith(openFile(event));
});
