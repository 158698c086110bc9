// The card. It stands right after its link, so that the Tab key and screen readers come to it next, and so that it is
// within reach where a dialog makes the rest of the page inert.
let host;
let box;
let status;
let current; // the link whose card it is
let isTapped;
let pointedAt = 0; // from the left of the window; 0 by keyboard
let turn = 0;

const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

function build() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const made = make("glossary-card");
  const root = made.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  box = make("div", { popover: "manual", role: "group", lang: "en", dir: "ltr" });
  root.append(box);
  // The link may stand in something that heeds clicks.
  made.addEventListener("click", (event) => event.stopPropagation());
  return made;
}

// Shows the card of `link`, or nothing: then a link that was tapped is followed.
async function open(link, { clientX = 0 }, byTap) {
  const slug = slugOf(link.href);
  close();
  current = link;
  isTapped = byTap;
  pointedAt = clientX;
  const mine = turn;
  try {
    host ??= build();
    // It stands there, empty, before it speaks, so that screen readers hear it.
    status = make("section", { role: "status" });
    box.className = "";
    box.replaceChildren(status);
    link.after(host);
    box.showPopover?.();
    // What does not come in time is nothing, and cannot be filled in.
    const [data] = await Promise.all([Promise.race([cardOf(slug), pause(byTap ? 1500 : 9000)]), pause(100)]);
    if (mine === turn) fill(data);
  } catch {
    answers.delete(slug);
    if (mine !== turn) return;
    close();
    if (byTap) link.click();
  }
}

function fill({ term, plain, level }) {
  const { href, target, rel } = current;
  const textContent = location.href.startsWith(base) ? "Open the page" : "Open in the glossary";
  const foot = make("footer");
  foot.append(make("a", { href, target, rel, textContent }));
  if (isTapped) foot.append(make("button", { type: "button", textContent: "Close", onclick: close }));
  status.append(make("b", { textContent: term }), " ", make("span", { textContent: level }), make("p", { textContent: plain }));
  box.append(foot);
  box.ariaLabel = term;
  box.className = "open";
  place();
}

// Below the link or above it, whichever has room, and never over it; where a long link was pointed at, near that place.
function place() {
  if (!current) return;
  const { top, bottom, left } = current.getBoundingClientRect();
  const { style, offsetWidth: width } = box;
  const above = top - 14;
  const below = innerHeight - bottom - 14;
  style.maxHeight = "none";
  const isBelow = below >= Math.min(above, box.offsetHeight);
  style.maxHeight = `${Math.max(isBelow ? below : above, 70)}px`;
  const most = document.documentElement.clientWidth - width - 8;
  style.left = `${Math.max(8, Math.min(most, Math.max(left, pointedAt - width / 2)))}px`;
  style.top = `${isBelow ? bottom + 6 : top - 6 - box.offsetHeight}px`;
}

const hasFocus = () => host && host === document.activeElement;

function close() {
  const link = current;
  turn += 1;
  current = undefined;
  if (hasFocus()) link.focus({ preventScroll: true });
  host?.remove();
  clearTimeout(timer);
}
