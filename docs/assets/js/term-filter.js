// Filters the list of terms by name, level and topic, and keeps the filter in the address.
const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[\s\-\u2010-\u2015_]+/g, "");

// `name` and `query` are plain already: a keystroke looks at every row.
function matches(row, name, query, wanted) {
  const { level, topics } = row.dataset;
  return (
    name.includes(query) &&
    (!wanted.level || level === wanted.level) &&
    (!wanted.topic || topics.split(" ").includes(wanted.topic))
  );
}

class TermFilter extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = this.querySelector("[role=status]");
    this.rows = [...this.querySelectorAll("[data-name]")];
    this.names = this.rows.map((row) => plain(row.dataset.name));
    this.links = new Map([...this.querySelectorAll(".g-abc a")].map((link) => [link.textContent, link]));
    this.onInput = () => this.apply();
    this.onReset = () => setTimeout(() => this.apply());
    this.onSubmit = (event) => event.preventDefault();
    this.form.addEventListener("input", this.onInput);
    this.form.addEventListener("reset", this.onReset);
    this.form.addEventListener("submit", this.onSubmit);
    this.read();
    this.apply();
  }

  disconnectedCallback() {
    this.form.removeEventListener("input", this.onInput);
    this.form.removeEventListener("reset", this.onReset);
    this.form.removeEventListener("submit", this.onSubmit);
  }

  read() {
    const query = new URLSearchParams(location.search);
    for (const name of ["q", "level", "topic"]) {
      if (query.has(name)) this.form.elements[name].value = query.get(name);
    }
    const { topic } = this.form.elements;
    if (topic.selectedIndex < 0) topic.value = "";
  }

  get wanted() {
    return Object.fromEntries([...new FormData(this.form)].map(([name, value]) => [name, value.trim()]));
  }

  apply() {
    const wanted = this.wanted;
    const plainQuery = plain(wanted.q);
    this.rows.forEach((row, index) => (row.hidden = !matches(row, this.names[index], plainQuery, wanted)));
    for (const letter of this.querySelectorAll(".g-letter")) {
      letter.hidden = !letter.querySelector("[data-name]:not([hidden])");
      this.lead(letter.querySelector("h2"), letter.hidden);
    }
    this.tell();
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();
    this.querySelector("[type=reset]").style.visibility = query ? "" : "hidden";
    // An address opened from a file cannot be rewritten.
    if (location.protocol !== "file:") history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  }

  // A link without an address is neither clicked nor reached by the keyboard.
  lead(heading, empty) {
    const link = this.links.get(heading.textContent);
    if (empty) link.removeAttribute("href");
    else link.setAttribute("href", `#${heading.id}`);
  }

  tell() {
    const shown = this.rows.filter((row) => !row.hidden);
    const others = shown.filter((row) => row.classList.contains("g-see")).length;
    this.status.textContent = shown.length
      ? `${page.counted(shown.length - others, "term")}, ${page.counted(others, "other name")}`
      : "No term matches. Clear the filters to see all.";
  }
}

customElements.define("g-term-filter", TermFilter);
