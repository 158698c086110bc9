// What the study tools have in common.

// The value of a button names the method of its element.
function obeyButtons(element) {
  element.onclick = (event) => {
    const { value } = event.target.closest("button") ?? {};
    if (value) element[value]();
  };
}

class Tool extends HTMLElement {
  connectedCallback() {
    this.key = this.getAttribute("key");
    this.feet = [...this.querySelectorAll(".g-study__foot")];
    this.say = this.querySelector(".g-say");
    obeyButtons(this);
  }

  // Shows one of the rows of buttons; -1 shows none.
  showFoot(wanted) {
    this.feet.forEach((foot, index) => (foot.hidden = index !== wanted));
    for (const button of this.querySelectorAll(".g-forget")) button.hidden = !progress.get(this.key);
  }

  forget() {
    progress.forget(this.key, `@draft/${this.key}`);
    page.notice("Forgotten: this item counts as new.");
    this.begin();
    this.first.focus();
  }

  answered(right, sure = true, words = "") {
    this.dispatchEvent(new CustomEvent("study-answered", { bubbles: true, detail: { key: this.key, right, sure, words } }));
  }

  next() {
    this.dispatchEvent(new Event("study-next", { bubbles: true }));
  }
}
