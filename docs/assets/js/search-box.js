function withAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

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
    this.cross = withAttributes(page.make("button", { className: "g-search__x", hidden: true }, page.icon("cross")), {
      type: "button",
      "aria-label": "Clear the search",
    });
    const key = withAttributes(page.make("kbd", {}, "/"), { "aria-hidden": "true" });
    this.box = page.make("div", { className: link.className }, page.icon("search"), this.input, key, this.cross);
    this.pop = page.make("div", { className: "g-pop", hidden: true });
    link.replaceWith(this.box, this.pop);
    withAttributes(this, { role: "search", "aria-label": "Glossary" });
    this.input.addEventListener("focus", () => this.wake(), { once: true });
    // The search may still be on its way.
    this.input.addEventListener("keydown", ({ key }) => (this.isEntered = !this.panel && key === "Enter"));
    for (const example of this.querySelectorAll("[data-ask]")) {
      example.addEventListener("click", (event) => {
        event.preventDefault();
        this.ask(example.dataset.ask);
      });
    }
  }

  // A page may hold two fields, of which one is displayed.
  get isShown() {
    return this.box.getClientRects().length > 0 && getComputedStyle(this.box).visibility === "visible";
  }

  async wake() {
    try {
      globalThis.searchCode ??= page.load("assets/js/search.js");
      await globalThis.searchCode;
      this.panel ??= new SearchPanel(this);
      this.panel.show();
      if (this.isEntered) this.panel.openChosen({});
    } catch {
      this.fail();
    }
  }

  // Without the search there is still the list. What is typed next tries again.
  fail() {
    globalThis.searchCode = null;
    const list = page.make("a", { href: page.url("terms/") }, "Open the list of all terms");
    this.pop.replaceChildren(withAttributes(page.make("p", { className: "g-pop__say" }, "The search could not be loaded. ", list), { role: "alert" }));
    this.pop.hidden = false;
    this.input.addEventListener("input", () => this.wake(), { once: true });
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
