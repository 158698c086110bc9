// A button to copy beside each text of "Link or cite". Escape and a click elsewhere close it.
class Cite extends HTMLElement {
  connectedCallback() {
    this.details = this.firstElementChild;
    this.onkeydown = (event) => event.key === "Escape" && this.close();
    this.onClick = (event) => this.contains(event.target) || (this.details.open = false);
    document.addEventListener("click", this.onClick);
    if (this.status || !navigator.clipboard) return;
    // It stands there before it speaks, so that screen readers hear it.
    this.status = page.make("span", { className: "g-sr", role: "status" });
    this.append(this.status);
    for (const row of this.querySelectorAll("dd")) row.append(this.button(row));
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.onClick);
  }

  button(row) {
    const label = page.make("span", { className: "g-sr" }, " " + row.previousElementSibling.textContent);
    const name = page.make("span", {}, "Copy");
    const onclick = async () => {
      await navigator.clipboard.writeText(row.firstElementChild.textContent);
      name.textContent = "Copied";
      this.status.textContent = label.textContent + " copied";
    };
    return page.make("button", { type: "button", className: "g-tool", onclick }, name, label);
  }

  close() {
    this.details.open = false;
    this.details.firstElementChild.focus();
  }
}

customElements.define("g-cite", Cite);
