// Copies the address of the page. Without a clipboard the link stays a link.
class CopyLink extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("a");
    this.status = page.make("span", { className: "g-note", role: "status" });
    this.append(this.status);
    this.onClick = (event) => this.copy(event);
    this.link.addEventListener("click", this.onClick);
  }

  disconnectedCallback() {
    this.link.removeEventListener("click", this.onClick);
    clearTimeout(this.timer);
    this.status.remove();
  }

  async copy(event) {
    if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(this.link.href);
      this.status.textContent = "Copied";
    } catch {
      location.assign(this.link.href);
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.status.textContent = ""), 4000);
  }
}

customElements.define("g-copy-link", CopyLink);
