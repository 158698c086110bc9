// Marks the line of the page's contents whose section is being read.
class Contents extends HTMLElement {
  connectedCallback() {
    const links = [...this.querySelectorAll("a")];
    const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const show = () => {
      const current = sections.findLastIndex((section) => section?.getBoundingClientRect().top < innerHeight / 3);
      links.forEach((link, i) => (i === current ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    };
    // Whenever a heading crosses the upper third of the window.
    this.observer = new IntersectionObserver(show, { rootMargin: "0px 0px -67%" });
    for (const section of sections) if (section) this.observer.observe(section);
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }
}

customElements.define("g-toc", Contents);
