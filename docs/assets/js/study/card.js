// A flashcard: a folded answer, then "again" or "good", also by the keys 1 and 2 while the card has the focus.
class Card extends Tool {
  begin() {
    this.details = this.querySelector("details");
    this.first = this.querySelector("summary");
    this.details.open = false;
    this.details.ontoggle = () => this.turn();
    this.onkeydown = (event) => {
      if (!this.details.open || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "1") this.again();
      if (event.key === "2") this.good();
    };
    this.turn();
  }

  turn() {
    this.showFoot(this.details.open ? 0 : -1);
    if (!this.details.open) return;
    this.querySelectorAll("small").forEach((when, index) => (when.textContent = progress.foresee(this.key, index ? 3 : 1)));
  }

  again() {
    this.grade(1);
  }

  good() {
    this.grade(3);
  }

  grade(grade) {
    progress.grade(this.key, grade);
    this.answered(grade > 1);
    this.next();
  }
}

customElements.define("g-card", Card);
