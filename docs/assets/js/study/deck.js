// Shows the items of a panel one at a time: cards, quiz questions or prompts (.g-item, each holding its tool). Does
// nothing until the panel comes near the window. A tool has `begin()` and `first` (what to focus), and sends
// "study-answered" ({key, right, sure, words}) and "study-next".
class Deck extends HTMLElement {
  constructor() {
    super();
    this.addEventListener("study-answered", (event) => this.results.set(this.queue[this.at], event.detail));
    this.addEventListener("study-next", () => this.show(this.at + 1, true));
  }

  connectedCallback() {
    this.watcher = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.start(), { rootMargin: "50%" });
    this.watcher.observe(this);
    this.onHash = () => this.showTarget();
    addEventListener("hashchange", this.onHash);
    this.showTarget();
  }

  disconnectedCallback() {
    this.watcher.disconnect();
    removeEventListener("hashchange", this.onHash);
  }

  // A link to an item opens the panel at that item.
  showTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.matches(".g-item") || !this.contains(target)) return;
    this.start();
    this.choose("", this.all.indexOf(target));
    target.scrollIntoView({ block: "nearest" });
  }

  start() {
    if (!this.all && this.querySelector(".g-item")) this.begin();
  }

  // Takes the items that stand in the panel, from the first.
  begin() {
    this.watcher.disconnect();
    this.all = [...this.querySelectorAll(".g-item")];
    [this.note, this.ticks, this.end] = [".g-study__head .g-note", ".g-ticks", ".g-done"].map((name) => this.querySelector(name));
    this.chips = [...this.querySelectorAll(".g-chip")];
    for (const chip of this.chips) chip.onclick = () => this.choose(chip.value);
    this.end.lastElementChild.onclick = () => this.choose(this.level, 0, true);
    this.toggleAttribute("data-on", true);
    this.choose("");
  }

  choose(level, at = 0, focus = false) {
    this.level = level;
    for (const chip of this.chips) chip.setAttribute("aria-pressed", chip.value === level);
    this.queue = this.all.filter((item) => !level || item.firstElementChild.getAttribute("level") === level);
    this.ticks.replaceChildren(...this.queue.map(() => page.make("li")));
    this.results = new Map();
    this.show(at, focus);
  }

  show(at, focus) {
    this.at = at;
    const current = this.queue[at];
    for (const item of this.all) item.toggleAttribute("data-off", item !== current);
    [...this.ticks.children].forEach((tick, index) => (tick.className = index < at ? "done" : index === at ? "now" : ""));
    this.ticks.hidden = this.queue.length < 2;
    this.end.hidden = Boolean(current);
    if (!current) return this.finish();
    const place = `${at + 1} of ${this.queue.length}`;
    if (this.queue.length > 1) this.note.textContent = place;
    current.setAttribute("role", "group");
    current.setAttribute("aria-label", place);
    const tool = current.firstElementChild;
    tool.begin();
    if (focus) tool.first.focus();
  }

  // Whoever holds the panel may take over its end.
  finish() {
    const results = [...this.results.values()];
    this.note.textContent = "Done";
    if (!this.dispatchEvent(new CustomEvent("study-finished", { detail: results, bubbles: true, cancelable: true }))) return;
    const line = this.end.firstElementChild;
    line.textContent = resultLine(results);
    line.focus();
  }
}

// What a round came to, in words.
function resultLine(results) {
  const count = (wanted) => results.filter(wanted).length;
  const guessed = count((result) => result.right && !result.sure);
  const line = `You got ${count((result) => result.right)} of ${results.length} right${guessed ? ", " + guessed + " by guessing" : ""}.`;
  return results.length === 1 && results[0].words ? results[0].words : line;
}

customElements.define("g-deck", Deck);
