// Links the first mention of each term inside the containers that the page names, and in what comes into them later.
const SKIPPED =
  "a,h1,h2,h3,h4,h5,h6,code,pre,kbd,samp,math,script,noscript,style,textarea,input,select,button,summary,label,svg,iframe,[contenteditable],[data-no-terms],.math,.arithmatex,.katex,mjx-container,.MathJax";

function containers() {
  const { auto } = script.dataset;
  if (auto) return document.querySelectorAll(auto);
  return [document.querySelector("main") ?? document.querySelector("article") ?? document.body];
}

const textsIn = (node) =>
  [...node.childNodes].flatMap((child) =>
    child.nodeType === Node.TEXT_NODE ? child : child.matches?.(SKIPPED) ? [] : textsIn(child),
  );

function linkMentions(container, known) {
  // What the container links to already needs no link, so that a second pass adds only what is new.
  const seen = new Set([slugOf(location.href)]);
  for (const { href } of container.querySelectorAll("a[href]")) seen.add(slugOf(href));
  for (const text of textsIn(container)) {
    const first = mentions(text.data, known).filter(([slug]) => !seen.has(slug) && seen.add(slug));
    for (const mention of first.reverse()) wrap(text, mention);
  }
}

// The text is cut, never replaced: a framework that holds on to it can still take it away.
function wrap(text, [slug, start, end]) {
  const link = make("a", { href: `${terms}${slug}/`, className: "glossary-term" });
  const words = text.splitText(start);
  words.splitText(end - start);
  words.replaceWith(link);
  link.append(words);
}

async function linkAll() {
  const known = lexicon((await read("embed/names.json")).names);
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
  }
  let waiting;
  const pass = () => {
    waiting = undefined;
    for (const container of containers()) if (!container.closest(SKIPPED)) linkMentions(container, known);
    observer.takeRecords();
  };
  const observer = new MutationObserver((records) => {
    const isOurs = ({ addedNodes }) => [...addedNodes].every((node) => node === host);
    if (!records.every(isOurs)) waiting ??= setTimeout(pass, 300);
  });
  pass();
  observer.observe(document.documentElement, { childList: true, subtree: true });
}

if (isFirst && "auto" in script.dataset) linkAll().catch(() => {});
