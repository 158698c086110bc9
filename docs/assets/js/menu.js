// The drawer's button. Without scripts the drawer opens by a checkbox whose label no keyboard reaches.
class Menu extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.box = document.getElementById("g-open");
    this.querySelector("label").hidden = true;
    this.button.hidden = false;
    this.button.onclick = () => this.open(!this.box.checked);
    for (const way of document.querySelectorAll(".g-side__close, .g-veil")) {
      way.onclick = (event) => {
        event.preventDefault();
        this.close();
      };
    }
    this.onFocus = (event) => this.box.checked && !event.target.closest("#g-drawer, g-menu") && this.open(false);
    this.onKey = (event) => event.key === "Escape" && this.box.checked && this.close();
    document.addEventListener("keydown", this.onKey);
    // What lies behind the drawer cannot be seen, so focus closes it on its way there.
    document.addEventListener("focusin", this.onFocus);
    // Browsers remember what was ticked.
    this.open(false);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
    document.removeEventListener("focusin", this.onFocus);
  }

  open(wanted) {
    this.box.checked = wanted;
    this.button.setAttribute("aria-expanded", String(wanted));
    if (wanted) document.querySelector("#g-drawer button").focus();
  }

  close() {
    this.open(false);
    this.button.focus();
  }
}

customElements.define("g-menu", Menu);
