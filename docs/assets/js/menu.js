// The drawer's button. Without scripts the drawer opens by a checkbox whose label no keyboard reaches.
class Menu extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.box = document.getElementById("g-open");
    this.querySelector("label").hidden = true;
    this.button.hidden = false;
    this.onClick = () => this.open(!this.box.checked);
    this.onChange = () => this.show();
    this.onFocus = (event) => this.box.checked && !event.target.closest("#g-drawer, g-menu") && this.open(false);
    this.onKey = (event) => {
      if (event.key === "Escape" && this.box.checked) {
        this.open(false);
        this.button.focus();
      }
    };
    this.button.addEventListener("click", this.onClick);
    this.box.addEventListener("change", this.onChange);
    document.addEventListener("keydown", this.onKey);
    // What lies behind the drawer cannot be seen, so focus closes it on its way there.
    document.addEventListener("focusin", this.onFocus);
    this.show();
  }

  disconnectedCallback() {
    this.button.removeEventListener("click", this.onClick);
    this.box.removeEventListener("change", this.onChange);
    document.removeEventListener("keydown", this.onKey);
    document.removeEventListener("focusin", this.onFocus);
  }

  open(wanted) {
    this.box.checked = wanted;
    this.box.dispatchEvent(new Event("change", { bubbles: true }));
    if (wanted) document.querySelector("#g-drawer a")?.focus();
  }

  show() {
    this.button.setAttribute("aria-expanded", String(this.box.checked));
  }
}

customElements.define("g-menu", Menu);
