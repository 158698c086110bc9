// A button to copy beside each text of "Link or cite". Escape and a click elsewhere close it.
class Cite extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector("details");
    // It stands there before it speaks, so that screen readers hear it.
    this.status = page.make("span", { className: "g-sr", role: "status" });
    this.append(this.status);
    if (navigator.clipboard) for (const row of this.querySelectorAll("dd")) row.append(this.button(row));
    this.onKey = (event) => event.key === "Escape" && this.details.open && this.close();
    this.onClick = (event) => !this.contains(event.target) && (this.details.open = false);
    this.addEventListener("keydown", this.onKey);
    document.addEventListener("click", this.onClick);
  }

  disconnectedCallback() {
    this.removeEventListener("keydown", this.onKey);
    document.removeEventListener("click", this.onClick);
    this.status.remove();
    for (const button of this.querySelectorAll("dd button")) button.remove();
  }

  button(row) {
    const label = row.previousElementSibling.textContent;
    const name = page.make("span", {}, "Copy");
    const onclick = async () => {
      await navigator.clipboard.writeText(row.firstElementChild.textContent);
      name.textContent = "Copied";
      this.status.textContent = label + " copied";
      setTimeout(() => (name.textContent = "Copy"), 4000);
    };
    return page.make("button", { type: "button", className: "g-tool", onclick }, name, page.make("span", { className: "g-sr" }, " " + label));
  }

  close() {
    this.details.open = false;
    this.details.firstElementChild.focus();
  }
}

customElements.define("g-cite", Cite);
