// One button that opens or closes every answer of a list.
class Fold extends HTMLElement {
  connectedCallback() {
    this.button = page.make("button", { type: "button", className: "g-tool" });
    this.bar = page.make("div", { className: "g-fold__all" }, this.button);
    this.prepend(this.bar);
    this.onClick = () => this.toggle();
    this.onToggle = () => this.show();
    this.button.addEventListener("click", this.onClick);
    // `toggle` does not bubble.
    this.addEventListener("toggle", this.onToggle, true);
    this.show();
  }

  disconnectedCallback() {
    this.button.removeEventListener("click", this.onClick);
    this.removeEventListener("toggle", this.onToggle, true);
    this.bar.remove();
  }

  get answers() {
    return [...this.querySelectorAll("details")];
  }

  toggle() {
    const open = this.answers.some((answer) => !answer.open);
    for (const answer of this.answers) answer.open = open;
    this.show();
  }

  show() {
    const closed = this.answers.some((answer) => !answer.open);
    this.button.textContent = closed ? "Show all answers" : "Hide all answers";
  }
}

customElements.define("g-fold", Fold);

// A link to a question opens its answer. One to a former anchor goes on to what has its place.
function openTarget() {
  // Not :target, which browsers may set only after the scripts of a short page have run.
  const target = document.getElementById(location.hash.slice(1));
  if (target?.dataset.now) location.replace(`#${target.dataset.now}`);
  if (target instanceof HTMLDetailsElement) target.open = true;
}

addEventListener("hashchange", openTarget);
openTarget();
