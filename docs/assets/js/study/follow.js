// Follows a course: its new questions then come up in the review.
class Follow extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const name = `@course/${this.getAttribute("course")}`;
    button.onclick = () => {
      progress.jot(name, { on: !progress.get(name)?.on });
      progress.changed();
    };
    this.onChange = () => button.setAttribute("aria-pressed", Boolean(progress.get(name)?.on));
    document.addEventListener("study-change", this.onChange);
    this.onChange();
  }

  disconnectedCallback() {
    document.removeEventListener("study-change", this.onChange);
  }
}

customElements.define("g-follow", Follow);
