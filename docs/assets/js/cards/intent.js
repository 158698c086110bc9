// When a card opens and closes: by pointer, keyboard and touch. The events are heard on the document, so that links may come
// and go; in their first phase, so that a page that stops them does not matter.
let timer;
let isTouch;

const isOpen = () => current && box.className;

function soon(time, act) {
  clearTimeout(timer);
  timer = setTimeout(act, time);
}

// A pointer with a button down selects text.
function enter(event) {
  const { type, target, pointerType, buttons } = event;
  if (pointerType === "touch" || buttons) return;
  const link = linkAt(target);
  if (target === host || (link && link === current)) clearTimeout(timer);
  else if (link && (type !== "focusin" || target.matches(":focus-visible"))) soon(180, () => open(link, event));
}

function leave({ target, pointerType }) {
  if (pointerType === "touch" || !(target === host || linkAt(target))) return;
  clearTimeout(timer);
  if (isOpen()) soon(250, () => isKept() || close());
  else if (current && !isTapped) close();
}

const isKept = () => isTapped || hasFocus() || host.matches(":hover") || current.matches(":hover, :focus-visible");

function press({ target, pointerType }) {
  isTouch = pointerType === "touch";
  if (current && target !== host && linkAt(target) !== current) close();
}

// The first tap opens the card, the second follows the link. `detail` is 0 for a click by keyboard.
function click(event) {
  const link = linkAt(event.target);
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented);
  if (!link || link === current || !isTouch || !event.detail || !event.isTrusted || !isPlain) return;
  event.preventDefault();
  event.stopPropagation();
  open(link, event, true);
}

// The key closes the card only, not a dialog that the link stands in.
function escape(event) {
  if (event.key !== "Escape") return;
  if (isOpen()) {
    event.preventDefault();
    event.stopPropagation();
  }
  close();
}

function listen() {
  const acts = { pointerover: enter, focusin: enter, pointerout: leave, focusout: leave, pointerdown: press, click, keydown: escape };
  for (const type in acts) document.addEventListener(type, acts[type], true);
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener("resize", place);
  addEventListener("pagehide", close);
}
