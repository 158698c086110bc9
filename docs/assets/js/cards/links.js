// Which links lead to a term of the glossary that this script comes from, and which of those get a card.
const script = document.currentScript;
const base = new URL(script.dataset.root || "..", script.src).href;
const terms = `${base}terms/`;
const SLUG = /^([a-z0-9-]+)(?:\/(?:index\.html)?)?(?:[?#]|$)/;

const slugOf = (address) => (address.startsWith?.(terms) ? SLUG.exec(address.slice(terms.length))?.[1] : undefined);

// The link with a card that an event at `node` is about. What is being written gets none: it would be saved with the text.
function linkAt(node) {
  const link = node.closest?.("a[href]");
  const slug = link && slugOf(link.href);
  const isRefused = !slug || slug === slugOf(location.href) || link.isContentEditable || link.closest("[data-no-cards]");
  // Where the page names no place, every link will do: it stands within itself.
  return isRefused || !link.closest(script.dataset.within || "a") ? undefined : link;
}
