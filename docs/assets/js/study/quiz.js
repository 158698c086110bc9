// A quiz question: choose, say whether you are sure, then read why each option is right or wrong. Sure and right counts
// as good, guessed and right as hard, wrong as again.
class Quiz extends Tool {
  begin() {
    this.options ??= [...this.querySelectorAll(".g-opt")];
    this.whys = [...this.querySelectorAll(".g-whys > li")];
    for (const added of this.querySelectorAll("[data-added]")) added.remove();
    for (const option of this.options) {
      option.className = "g-opt";
      Object.assign(option.firstElementChild, { checked: false, disabled: false, hidden: false });
    }
    if (!this.hasAttribute("fixed")) this.shuffle();
    this.first = this.querySelector("input");
    this.say.textContent = "";
    this.onchange = () => (this.say.textContent = "");
    this.showFoot(0);
  }

  // The order follows from the item and the number of tries: it stays until the next try, in every tab.
  shuffle() {
    const tries = progress.get(this.key)?.n ?? 0;
    const place = (option) => hash(`${option.firstElementChild.value} ${tries} ${this.key}`);
    this.querySelector("fieldset").append(...this.options.sort((a, b) => place(a) - place(b)));
  }

  sure() {
    this.submit(true);
  }

  guess() {
    this.submit(false);
  }

  submit(sure) {
    const picked = this.options.find((option) => option.firstElementChild.checked);
    if (!picked) {
      this.say.textContent = "Choose an answer first.";
      this.first.focus();
      return;
    }
    const right = this.why(picked).hasAttribute("data-right");
    const back = progress.grade(this.key, right ? (sure ? 3 : 2) : 1);
    for (const option of this.options) this.explain(option, option === picked);
    this.verdict(right, sure, back);
    this.answered(right, sure);
  }

  why(option) {
    return this.whys[option.firstElementChild.value];
  }

  explain(option, picked) {
    const [input, text] = option.children;
    const right = this.why(option).hasAttribute("data-right");
    const tag = picked ? (right ? "Your answer, and right" : "Your answer, wrong") : right ? "Right answer" : "Wrong";
    const sign = page.icon(right ? "check" : "cross");
    const label = page.make("b", { className: "g-opt__tag" }, tag);
    const why = this.why(option).lastElementChild.cloneNode(true);
    for (const added of [sign, label, why]) added.dataset.added = "";
    input.after(sign);
    text.prepend(label);
    text.append(why);
    Object.assign(input, { disabled: true, hidden: true });
    option.classList.add("is-done", ...(right ? ["is-right"] : picked ? ["is-wrong"] : []));
  }

  verdict(right, sure, back) {
    const how = right ? `You were ${sure ? "sure" : "guessing"}, so it` : sure ? "You were sure, so read why. It" : "It";
    this.say.className = `g-say ${right ? "g-yes" : "g-no"}`;
    this.say.replaceChildren(page.icon(right ? "check" : "cross"), right ? "Right." : "Not this one.", page.make("span", {}, ` ${how} comes back ${back}.`));
    const end = this.querySelector(".g-end")?.cloneNode(true);
    if (end) {
      end.dataset.added = "";
      this.feet[1].before(end);
    }
    this.showFoot(1);
    this.querySelector("[value=next]").focus({ preventScroll: true });
    this.say.scrollIntoView({ block: "nearest" });
  }
}

// FNV-1a, 32 bits. What differs stands first in the text, so that it reaches every bit.
function hash(text) {
  let sum = 2166136261;
  for (const character of text) sum = Math.imul(sum ^ character.codePointAt(0), 16777619);
  return sum;
}

customElements.define("g-quiz", Quiz);
