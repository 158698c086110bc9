// In your own words: write, compare with the key concepts, tick what you said. The words are not graded; those that a
// writer expects (`hear:`) only make the page ask back.
class Own extends Tool {
  begin() {
    this.area = this.first = this.querySelector("textarea");
    this.details = this.querySelector(".g-q");
    this.boxes = [...this.querySelectorAll("input")];
    this.asked = this.details.open = false;
    this.say.textContent = "";
    this.area.value = progress.get(this.draft)?.text ?? "";
    this.area.oninput = () => {
      if (this.key) progress.jot(this.draft, this.area.value ? { text: this.area.value } : null);
    };
    this.onchange = () => this.details.open && this.count();
    for (const box of this.boxes) box.checked = false;
    this.showFoot(0);
  }

  get draft() {
    return `@draft/${this.key}`;
  }

  get said() {
    return this.boxes.filter((box) => box.checked).length;
  }

  get words() {
    return `You got ${this.said} of ${page.counted(this.boxes.length, "concept")}.`;
  }

  // All said is good, at least half hard, less again.
  get grade() {
    return this.said === this.boxes.length ? 3 : this.said * 2 >= this.boxes.length ? 2 : 1;
  }

  // Asks once for an answer, then gives way.
  compare() {
    if (!this.asked && !this.area.value.trim()) {
      this.asked = true;
      this.say.textContent = "Write it first, if only a sentence: then there is something to compare.";
      this.area.focus();
      return;
    }
    this.details.open = true;
    this.showFoot(1);
    this.say.textContent = "Tick what your words say.";
    this.boxes[0]?.focus();
  }

  count() {
    for (const box of this.boxes) box.parentElement.lastElementChild.hidden = !box.checked || heard(this.area.value, box.dataset.hear);
    const back = ` It comes back ${progress.foresee(this.key, this.grade)}.`;
    this.say.replaceChildren(this.words, page.make("span", {}, back));
  }

  // The draft goes: next time the words are to be found anew.
  done() {
    progress.grade(this.key, this.grade);
    progress.jot(this.draft, null);
    this.answered(this.grade > 1, true, this.words);
    this.next();
  }
}

// Whether the words of an answer hold what a `hear:` expression listens for (grammar: the writing guide). Blind to case
// and to all signs between words.
function heard(text, expression = "") {
  const plain = (words) => ` ${words.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}*]+/gu, " ").trim()} `;
  const words = plain(text);
  const says = (phrase) => new RegExp(plain(phrase).replaceAll("*", "[^ ]*"), "u").test(words);
  return !expression || expression.split("+").every((group) => group.split("|").some(says));
}

customElements.define("g-own", Own);
