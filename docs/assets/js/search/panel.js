// What opens under a search field: a combobox with a list (WAI-ARIA Authoring Practices 1.2, "Editable Combobox With List
// Autocomplete"), filters, and a line that says what was found.
const MOST_NAMES = 8;
const MOST_TEXTS = 6;
const MOST_CLOSEST = 3;
// In milliseconds.
const LATE = 300;

const readFile = async (name) => {
  if (!globalThis.searchData?.[name]) await page.load(`${name}.js`);
  return globalThis.searchData[name];
};

const metaOf = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? "";

class SearchPanel {
  // All fields of a page search with one finder.
  static finder = null;

  constructor(field) {
    Object.assign(this, { field, input: field.input, pop: field.pop, cross: field.cross, chosen: -1, turn: 0, isOpen: false });
    this.build();
    this.input.addEventListener("input", () => this.show());
    for (const event of ["focus", "click"]) this.input.addEventListener(event, () => this.isOpen || this.show());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.cross.addEventListener("click", () => this.clear());
    this.list.addEventListener("click", (event) => this.onChoice(event));
    // The field keeps the focus while a row is pressed.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    // Kept, because to ask where the list stands would have it laid out at once.
    this.list.addEventListener("scroll", () => (this.isScrolled = true));
    this.filters.addEventListener("change", () => this.show());
    field.addEventListener("keydown", (event) => event.key === "Escape" && this.onEscape(event));
    field.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !this.holds(relatedTarget) && this.close());
    this.onPointer = ({ target }) => this.holds(target) || this.close();
  }

  build() {
    const { id } = this.input;
    this.filters = withAttributes(page.make("div", { className: "g-pop__filters" }), { role: "group", "aria-label": "Filters" });
    this.list = withAttributes(page.make("div", { id: `${id}-hits` }), { role: "listbox", "aria-label": "Terms", tabindex: "-1" });
    this.say = page.make("div", { className: "g-pop__say" });
    // Read out by the status beside the field; this is the same to look at.
    this.found = withAttributes(page.make("span"), { "aria-hidden": "true" });
    const keys = withAttributes(page.make("span", { className: "g-keys" }), { "aria-hidden": "true" });
    for (const [name, does] of [["↑", ""], ["↓", "choose"], ["Enter", "open"], ["Esc", "close"]]) {
      keys.append(page.make("kbd", {}, name), ` ${does} `);
    }
    const foot = page.make("p", { className: "g-pop__foot" }, this.found, keys);
    this.pop.replaceChildren(this.filters, this.list, this.say, foot);
  }

  get query() {
    return this.input.value.trim();
  }

  get filter() {
    return Object.fromEntries([...this.filters.querySelectorAll("select")].map(({ name, value }) => [name, value]));
  }

  get isFiltered() {
    return Object.values(this.filter).some(Boolean);
  }

  get among() {
    return this.isFiltered ? " with these filters" : "";
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  // What stands beside the field, such as examples, lies under the panel.
  holds(element) {
    return this.field.box.contains(element) || this.pop.contains(element);
  }

  // Opens the panel with what the field asks for. `answered` is kept when that stands there.
  show() {
    if (!this.isOpen) this.makeRoom();
    this.isOpen = true;
    this.field.classList.add("is-open");
    this.pop.hidden = false;
    this.cross.hidden = !this.input.value;
    document.addEventListener("pointerdown", this.onPointer);
    this.answered = this.answer(++this.turn);
  }

  // A field low on the page comes up, so that its list has room; a phone's keyboard takes half of the window.
  makeRoom() {
    if (innerHeight - this.input.getBoundingClientRect().bottom < innerHeight / 2) this.field.scrollIntoView({ block: "start" });
  }

  async answer(turn) {
    try {
      const finder = this.finder ?? (await this.open());
      if (turn === this.turn) await this.find(finder, turn);
    } catch {
      if (turn === this.turn) this.apologize();
    }
  }

  async open() {
    this.tell("Loading the terms …");
    SearchPanel.finder ??= new Finder(metaOf("glossary-search"), readFile);
    try {
      await SearchPanel.finder.ready;
    } catch (failure) {
      // What is typed next tries again.
      SearchPanel.finder = null;
      throw failure;
    }
    if (!this.finder) {
      this.finder = SearchPanel.finder;
      this.offerFilters();
      // Names that come later may fit better.
      if (this.finder.rest) this.finder.complete.then(() => this.isOpen && this.chosen < 1 && this.show(), () => {});
    }
    return this.finder;
  }

  async find(finder, turn) {
    const { query, filter } = this;
    if (!query) return this.offerRecent(finder);
    // Said only where texts take their time to come.
    const late = setTimeout(() => turn === this.turn && this.tell("Looking into the texts …"), LATE);
    const { byName, hits } = await finder.find(query, filter).finally(() => clearTimeout(late));
    if (turn !== this.turn) return;
    if (byName) this.showNames(finder, hits, query);
    else if (hits.length) this.showTexts(finder, hits, query);
    else this.showNothing(finder, query);
  }

  showNames(finder, hits, query) {
    this.fill(hits.slice(0, MOST_NAMES).map((hit) => searchRow.named(finder, hit, query)));
    const more = hits.length > MOST_NAMES ? `, the best ${MOST_NAMES} are shown` : "";
    const none = tierOf(hits[0]) === TIER.typo ? `No term is spelled so${this.among}; close to it: ` : "";
    this.tell(`${none}${page.counted(hits.length, "term")}${more}`);
  }

  showTexts(finder, found, query) {
    const best = found.slice(0, MOST_TEXTS);
    this.fill(best.map((hit) => searchRow.said(finder, hit, query)), "In the text");
    this.tell(`No term has this name${this.among}; ${page.counted(best.length, "page")} may answer`);
  }

  showNothing(finder, query) {
    const closest = this.isFiltered ? [] : finder.names.closest(query).slice(0, MOST_CLOSEST);
    this.fill(closest.map((hit) => searchRow.named(finder, hit, "")), "Closest names", -1);
    const ways = [];
    if (this.isFiltered) ways.push(page.make("button", { type: "button", className: "g-tool", onclick: () => this.clearFilters() }, "Clear the filters"));
    const ask = metaOf("glossary-ask");
    if (ask) ways.push(page.make("a", { href: ask.replace("{title}", encodeURIComponent(shortened(query, 200))) }, "Ask for this term"));
    ways.push(page.make("a", { href: folderAddress("terms/") }, "See all terms"));
    this.explain(page.make("p", {}, `Nothing found for “${shortened(query, 60)}”${this.among}.`), page.make("p", { className: "g-pop__ways" }, ...ways));
    this.tell(closest.length ? `Nothing found; ${page.counted(closest.length, "close name")}` : "Nothing found");
  }

  // Before anything is typed.
  offerRecent(finder) {
    const { slugs } = finder.names;
    const opened = recent.all().map((slug) => slugs.indexOf(slug)).filter((entry) => entry >= 0);
    this.fill(opened.map((entry) => searchRow.named(finder, { entry }, "")), "Opened last", -1);
    this.tell("");
    if (!opened.length) return this.explain(page.make("p", {}, "A term, an acronym, or a question in your own words."));
    const forget = () => {
      recent.forget();
      this.input.focus();
      this.show();
    };
    this.explain(page.make("button", { type: "button", className: "g-tool", onclick: forget }, "Forget these"));
  }

  apologize() {
    this.fill([]);
    this.explain(page.make("p", {}, ...this.field.excuse()));
    this.tell("The search could not be loaded");
  }

  // Puts rows into the list, under a heading if there is one, and chooses one of them (-1: none).
  fill(made, heading = "", chosen = 0) {
    made.forEach((row, i) => (row.id = `${this.list.id}-${i}`));
    this.list.replaceChildren(...made);
    if (heading && made.length) {
      const title = page.make("div", { id: `${this.list.id}-title`, className: "g-pop__title" }, heading);
      const group = page.make("div", {}, withAttributes(title, { role: "presentation" }), ...made);
      this.list.replaceChildren(withAttributes(group, { role: "group", "aria-labelledby": title.id }));
    }
    this.list.hidden = !made.length;
    this.input.setAttribute("aria-expanded", String(made.length > 0));
    if (this.isScrolled) this.list.scrollTop = 0;
    this.isScrolled = false;
    this.say.replaceChildren();
    this.choose(made.length ? chosen : -1);
  }

  explain(...children) {
    this.say.replaceChildren(...children);
  }

  // A screen reader would read the same words again.
  tell(text) {
    for (const place of [this.found, this.field.status]) if (place.textContent !== text) place.textContent = text;
  }

  choose(number) {
    const { options } = this;
    options.forEach((row, i) => row.setAttribute("aria-selected", String(i === number)));
    this.chosen = number;
    if (number < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", options[number].id);
  }

  move(step) {
    const count = this.options.length;
    if (!this.isOpen) this.show();
    else if (count) {
      this.choose(this.chosen < 0 && step < 0 ? count - 1 : (this.chosen + step + count) % count);
      this.options[this.chosen].scrollIntoView({ block: "nearest" });
    }
  }

  onKey(event) {
    // Shift with an arrow selects text; a key that is held does not open window after window.
    if (event.isComposing || (event.key !== "Enter" ? event.shiftKey || event.altKey : event.repeat)) return;
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Enter") this.openChosen(event);
    else return;
    event.preventDefault();
  }

  // What was typed last may still be looked for.
  async openChosen({ ctrlKey, metaKey, shiftKey }) {
    const { turn } = this;
    await this.answered;
    if (turn !== this.turn) return;
    const press = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
    if (this.isOpen) this.options[this.chosen]?.dispatchEvent(press);
  }

  onChoice(event) {
    const row = event.target.closest("[role=option]");
    if (!row) return;
    recent.add(row.dataset.slug);
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.leave();
  }

  // First the list closes, then the field is cleared, then it is left.
  onEscape(event) {
    if (event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.isOpen) {
      this.input.focus();
      this.close();
    } else if (this.input.value) this.clear();
    else this.input.blur();
  }

  clear() {
    this.input.value = "";
    this.input.focus();
    this.show();
  }

  close() {
    this.turn++;
    this.isOpen = false;
    document.removeEventListener("pointerdown", this.onPointer);
    this.pop.hidden = true;
    this.field.classList.remove("is-open");
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  leave() {
    this.close();
    this.input.blur();
  }

  offerFilters() {
    const { topics, courses } = this.finder.labels;
    const numbered = (labels) => labels.map(([, title], number) => [String(number), title]);
    const levels = searchRow.LEVELS.map((level, number) => [String(number), level]).slice(1);
    const offered = [["level", levels], ["topic", numbered(topics)], ["course", numbered(courses)]];
    this.filters.replaceChildren(...offered.filter(([, choices]) => choices.length).map(([name, choices]) => select(name, choices)));
  }

  clearFilters() {
    for (const choice of this.filters.querySelectorAll("select")) choice.value = "";
    this.input.focus();
    this.show();
  }
}

function select(name, choices) {
  const made = page.make("select", { name }, page.make("option", { value: "" }, `Any ${name}`));
  for (const [value, title] of choices) made.append(page.make("option", { value }, title));
  return withAttributes(made, { "aria-label": `${name[0].toUpperCase()}${name.slice(1)}` });
}

// Half of a pair of characters, as hostile input may hold, goes into no address.
function shortened(text, most) {
  const characters = [...text.replace(/\p{Surrogate}/gu, "")];
  return characters.slice(0, most).join("") + (characters.length > most ? "…" : "");
}
