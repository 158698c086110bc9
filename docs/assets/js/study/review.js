// The review page: what is due, a sitting, decks and quizzes (?cards=… and ?quiz=… name a deck of the study index, n=10
// starts a quiz at once), and what came of it. The page holds a section for each view; one is shown.
class Review extends HTMLElement {
  constructor() {
    super();
    this.addEventListener("study-finished", (event) => {
      event.preventDefault();
      this.done(event.detail);
    });
  }

  connectedCallback() {
    const views = this.querySelector("template");
    views?.replaceWith(views.content);
    this.query = new URLSearchParams(location.search);
    this.items = sitting.catalogue(studyIndex);
    progress.markGone([...progress.records().keys()].filter((key) => !this.items.has(key)));
    this.onChange = () => this.view === "overview" && this.overview();
    document.addEventListener("study-change", this.onChange);
    this.querySelector("[data-start]").onclick = () => this.sit(this.keys, "Review");
    this.querySelector("[data-stop]").onclick = () => this.done([...this.querySelector("g-deck").results.values()]);
    this.querySelector("[data-more]").onclick = () => this.open();
    this.open(Number(this.query.get("n")));
  }

  disconnectedCallback() {
    document.removeEventListener("study-change", this.onChange);
  }

  // Shows a view and returns the function that finds its parts.
  show(view, title) {
    for (const section of this.querySelectorAll("[data-view]")) section.hidden = section.dataset.view !== view;
    const find = (selector) => this.querySelector(`[data-view=${view}] ${selector}`);
    if (title) find("h1").textContent = title;
    if (this.view && this.view !== view) find("h1").focus();
    this.view = view;
    return find;
  }

  open(count) {
    const kind = ["quiz", "cards"].find((name) => Object.hasOwn(studyIndex.decks, this.query.get(name)));
    if (!kind) return this.overview();
    const deck = this.query.get(kind);
    const { title } = studyIndex.decks[deck];
    return kind === "quiz" ? this.quiz(deck, `Quiz: ${title}`, count) : this.cards(deck, `Flashcards: ${title}`);
  }

  overview() {
    const find = this.show("overview");
    const records = progress.records();
    const here = [...records].filter(([key]) => this.items.has(key));
    const due = sitting.due(here);
    const followed = studyIndex.courses.filter((slug) => progress.get(`@course/${slug}`)?.on);
    const fresh = sitting.fresh(studyIndex, records, followed).slice(0, Math.max(0, sitting.MOST - due.length));
    // From twice as many as fit, so that a sitting is not filled by the one term that was studied on a day.
    const mixed = sitting.mix(studyIndex, due.slice(0, 2 * sitting.MOST)).slice(0, sitting.MOST);
    const keys = sitting.mix(studyIndex, [...mixed, ...fresh]);
    this.welcome ??= find("[data-lead]").textContent;
    find("[data-lead]").textContent = lead(keys.length - fresh.length, fresh.length, here.length) || this.welcome;
    find("[data-week]").textContent = week(here);
    // What has not changed keeps the focus that it may have.
    if (String(keys) === String(this.keys)) return;
    this.keys = keys;
    find("[data-start]").hidden = find("[data-rows-title]").hidden = !keys.length;
    find("ul").replaceChildren(...rows(keys));
  }

  quiz(deck, title, wanted) {
    const all = sitting.quiz(studyIndex, deck);
    const start = (count) => this.sit(sitting.mix(studyIndex, all.slice(0, count)), title);
    const counts = [5, 10, 20].map((count) => Math.min(count, all.length));
    if (counts.includes(wanted)) return start(wanted);
    return this.choose(deck, title, "They are drawn across the terms.", [...new Set(counts)].map((count) => [count, page.counted(count, "question"), () => start(count)]));
  }

  cards(deck, title) {
    const records = progress.records();
    const choices = ["All", "Beginner", "Intermediate", "Advanced"].map((name, level) => {
      const keys = sitting.cards(studyIndex, deck, level - 1, records);
      return [keys.length, `${name} ${keys.length}`, () => this.sit(sitting.mix(studyIndex, keys.slice(0, sitting.MOST)), title)];
    });
    this.choose(deck, title, `${sitting.MOST} come at a time, those that are due first.`, choices);
  }

  // A choice is a number, its button's words and what the button does; without a number it is left out.
  choose(deck, title, line, choices) {
    const find = this.show("choice", title);
    const buttons = choices.filter(([count]) => count).map(([, name, onclick]) => page.make("button", { type: "button", className: "g-btn", onclick }, name));
    find("p").textContent = buttons.length ? `How many? ${line}` : "There is nothing here yet.";
    find(".g-study__foot").replaceChildren(...buttons);
    find("a").href = page.url(`${deck.split("/", 2).join("/")}/`);
  }

  async sit(keys, title) {
    const find = this.show("sitting", title);
    const [status, deck] = [find("[role=status]"), find("g-deck")];
    find("[data-items]").replaceChildren();
    status.textContent = "Fetching the questions…";
    // Without a network there are those of the terms that were opened.
    await Promise.allSettled([...new Set(keys.map(sitting.slugOf))].map(fetchItems));
    const items = keys.filter(itemOf).map(item);
    status.textContent = items.length ? "" : "The questions could not be fetched. Check your connection, then reload the page.";
    if (!items.length) return;
    find("[data-items]").replaceChildren(...items);
    deck.begin();
    deck.queue[0]?.firstElementChild.first.focus();
  }

  done(results) {
    const find = this.show("done");
    const again = results.filter((result) => !result.right).length;
    const weak = results.filter((result) => !result.right || !result.sure).map((result) => result.key);
    find("p").textContent = resultLine(results) + (again ? ` ${page.counted(again, "item")} will come back later today.` : "");
    find("h2").hidden = !weak.length;
    find("ul").replaceChildren(...rows(weak));
  }
}

const itemOf = (key) => globalThis.studyItems?.[sitting.slugOf(key)]?.[key.split("/")[1]];

// The items of a term come as a script: a page opened from a file may not fetch data.
const fetchItems = (slug) => globalThis.studyItems?.[slug] ?? page.load(`study/${slug}.js`);

function termLink(slug, ...children) {
  return page.make("a", { href: page.url(`terms/${slug}/`) }, ...children);
}

function item(key) {
  const slug = sitting.slugOf(key);
  // In a template nothing is loaded yet. Its links and pictures were written for the page of its term.
  const { content } = page.make("template", { innerHTML: itemOf(key) });
  for (const element of content.querySelectorAll("a, img")) {
    const name = element.href ? "href" : "src";
    element[name] = new URL(element.getAttribute(name), page.url(`terms/${slug}/`));
  }
  const from = page.make("p", { className: "g-note g-from" }, "From ", termLink(slug, studyIndex.terms[slug].title));
  return page.make("div", { className: "g-item" }, content.firstElementChild, from);
}

// A line for each term, those with the most items first.
function rows(keys) {
  const counts = new Map();
  for (const slug of keys.map(sitting.slugOf)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const row = ([slug, count]) => page.make("li", {}, termLink(slug, page.make("b", {}, studyIndex.terms[slug].title), page.make("span", {}, page.counted(count, "item"))));
  return [...counts].sort((a, b) => b[1] - a[1]).map(row);
}

// What is ready, without counting up what was missed; empty before the first answer.
function lead(due, fresh, known) {
  const end = `: about ${page.counted(Math.ceil((due + fresh) / 2), "minute")}, and then you are done.`;
  if (due) return page.counted(due, "item") + " due today" + (fresh ? ` and ${page.counted(fresh, "new one")}` : "") + end;
  if (fresh) return `Nothing is due, and ${page.counted(fresh, "new item")} can begin${end}`;
  return known ? "Nothing is due today. Come back tomorrow, or read something new." : "";
}

function week(records) {
  const ahead = records.map(([, record]) => progress.dueDay(record) - progress.today());
  const count = ahead.filter((days) => days > 0 && days < 8).length;
  return `${count ? page.counted(count, "item") : "Nothing"} more in the seven days after today.`;
}

customElements.define("g-review", Review);
