function withAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

// A page opened from a file has no server that would find the index of a folder.
const folderAddress = (folder) => page.url(folder + (location.protocol === "file:" ? "index.html" : ""));

// The search field. The page brings a link to the list of all terms; this makes it a field, and fetches the search itself
// when the field is first used.
class SearchBox extends HTMLElement {
  connectedCallback() {
    if (!this.input) this.build();
    this.onKey = (event) => this.focusOnSlash(event);
    document.addEventListener("keydown", this.onKey);
    const query = new URLSearchParams(location.search).get("q");
    // The list of all terms has a filter that goes by the same name.
    if (query && this.isShown && !document.querySelector("g-term-filter")) this.ask(query);
    // On the page for what does not exist, the address says what was looked for.
    const lost = "lost" in this.dataset && /\/([^/.]+)\/?$/.exec(location.pathname);
    if (lost) this.ask(lost[1].replace(/[-_]|%20/g, " "));
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
    this.panel?.close();
  }

  build() {
    const link = this.querySelector("a");
    const id = `search-${document.querySelectorAll("g-search input").length}`;
    this.input = withAttributes(page.make("input"), {
      id,
      type: "text",
      role: "combobox",
      placeholder: link.textContent.trim(),
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "go",
      "aria-label": "Search terms",
      "aria-expanded": "false",
      "aria-controls": `${id}-hits`,
      "aria-autocomplete": "list",
    });
    const clear = { type: "button", className: "g-search__x", hidden: true, ariaLabel: "Clear the search" };
    this.cross = page.make("button", clear, page.icon("cross"));
    const key = page.make("kbd", { ariaHidden: "true" }, "/");
    this.box = page.make("div", { className: link.className }, page.icon("search"), this.input, key, this.cross);
    this.pop = page.make("div", { className: "g-pop", hidden: true });
    // It stands there before it speaks, so that screen readers hear it.
    this.status = page.make("span", { className: "g-sr", role: "status" });
    link.replaceWith(this.box, this.pop, this.status);
    withAttributes(this, { role: "search", "aria-label": "Glossary" });
    this.wait();
    for (const example of this.querySelectorAll("[data-ask]")) {
      example.addEventListener("click", (event) => {
        event.preventDefault();
        this.ask(example.dataset.ask);
      });
    }
  }

  // Until the search has come: what is done meanwhile is heeded when it does.
  wait() {
    const listen = (event, heed) => this.input.addEventListener(event, (happened) => this.panel || heed(happened));
    listen("focus", () => this.wake());
    listen("input", () => this.wake());
    listen("blur", () => this.say());
    listen("keydown", ({ key, isComposing }) => {
      this.isEntered = key === "Enter" && !isComposing;
      if (key === "Escape" && !isComposing) this.input.blur();
    });
    // A link under the field must stay where it is pressed.
    this.pop.addEventListener("mousedown", (event) => this.panel || event.preventDefault());
  }

  // A page may hold two fields, of which one is displayed.
  get isShown() {
    return this.box.getClientRects().length > 0 && getComputedStyle(this.box).visibility === "visible";
  }

  async wake() {
    if (this.pop.hidden) this.say("Loading the search …");
    try {
      globalThis.searchCode ??= page.load(document.querySelector("meta[name=glossary-search]").dataset.code);
      await globalThis.searchCode;
    } catch {
      globalThis.searchCode = null;
      if (this.input.matches(":focus")) this.say(...this.excuse());
      return;
    }
    if (this.panel) return;
    this.panel = new SearchPanel(this);
    // Who has left meanwhile is not called back.
    if (!this.input.matches(":focus")) return;
    this.panel.show();
    if (this.isEntered) this.panel.openChosen({});
  }

  // Without the search there is still the list. What is typed next tries again.
  excuse() {
    return ["The search could not be loaded. ", page.make("a", { href: folderAddress("terms/") }, "Open the list of all terms")];
  }

  // Shows a line under the field, or nothing.
  say(...words) {
    this.pop.replaceChildren(page.make("p", { className: "g-pop__say" }, ...words));
    this.pop.hidden = !words.length;
    this.classList.toggle("is-open", words.length > 0);
    this.status.textContent = this.pop.textContent;
  }

  ask(query) {
    this.input.value = query;
    this.input.focus();
    this.panel?.show();
  }

  focusOnSlash(event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !this.isShown) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }
}

customElements.define("g-search", SearchBox);
