// Dark colours or light ones. Until the reader chooses, the page keeps to the system: the script in its head sees to that.
class Scheme extends HTMLElement {
  connectedCallback() {
    const { dataset } = document.documentElement;
    const button = this.querySelector("button");
    const show = () => {
      button.setAttribute("aria-pressed", dataset.mdColorScheme === "slate");
      // The bar of a phone has the colour of the page.
      const paper = getComputedStyle(document.body).backgroundColor;
      for (const bar of document.querySelectorAll("meta[name=theme-color]")) bar.content = paper;
    };
    button.onclick = () => {
      const wanted = dataset.mdColorScheme === "slate" ? "default" : "slate";
      const isSystem = (wanted === "slate") === matchMedia("(prefers-color-scheme: dark)").matches;
      try {
        if (isSystem) localStorage.removeItem(dataset.schemeKey);
        else localStorage.setItem(dataset.schemeKey, wanted);
      } catch {
        // Blocked: the choice lasts until the reader leaves the page.
      }
      dataset.mdColorScheme = wanted;
    };
    this.observer = new MutationObserver(show);
    this.observer.observe(document.documentElement, { attributeFilter: ["data-md-color-scheme"] });
    show();
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }
}

customElements.define("g-scheme", Scheme);
