// "Copy link" and "Link or cite": copies the address of the page, and each of the texts to paste. Without a clipboard the
// link stays a link. Escape and a click elsewhere close the texts.
class Cite extends HTMLElement {
  connectedCallback() {
    [this.link, this.details] = this.children;
    this.onkeydown = (event) => {
      // Braces: a handler that returns false takes the key from the browser, Tab with it.
      if (event.key === "Escape") this.close();
    };
    this.onClick = (event) => this.contains(event.target) || (this.details.open = false);
    document.addEventListener("click", this.onClick);
    if (this.status || !navigator.clipboard) return;
    // It stands there before it speaks, so that screen readers hear it.
    this.status = page.make("span", { className: "g-note g-cite__said", role: "status" });
    this.append(this.status);
    this.link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.copy(this.link.href, "Link").catch(() => location.assign(this.link.href));
    };
    for (const row of this.querySelectorAll("dd")) row.append(this.button(row));
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.onClick);
  }

  async copy(text, name) {
    await navigator.clipboard.writeText(text);
    this.status.textContent = name + " copied";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.status.textContent = ""), 4000);
  }

  button(row) {
    const name = row.previousElementSibling.textContent;
    const onclick = () => this.copy(row.firstElementChild.textContent, name);
    return page.make("button", { type: "button", className: "g-tool", ariaLabel: `Copy ${name}`, onclick }, "Copy");
  }

  close() {
    if (!this.details.open) return;
    this.details.open = false;
    this.details.firstElementChild.focus();
  }
}

customElements.define("g-cite", Cite);
