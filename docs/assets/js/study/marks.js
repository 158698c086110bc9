// Shows how far the learner is: <g-mark term="softmax" items="12">, <g-bar terms="softmax:12 gradient:9"> over many
// terms, and <g-due> with the number of items due in an element with data-due. Nothing is drawn before the first answer.
(() => {
  const STATES = ["Not started", "Seen", "Learning", "Known"];
  const shown = new Set();
  let waiting = false;
  let started = false;

  // Seen: an answer. Learning: half of the items answered. Known: three in four held for three weeks.
  function state(sums, items) {
    if (!sums) return 0;
    if (sums.held >= items * 0.75) return 3;
    return sums.seen >= items * 0.5 ? 2 : 1;
  }

  function paint() {
    waiting = false;
    const terms = progress.terms();
    started ||= terms.size > 0;
    if (started) for (const element of shown) element.paint(terms);
  }

  function later() {
    if (!waiting) (window.requestIdleCallback ?? setTimeout)(paint);
    waiting = true;
  }

  class Shown extends HTMLElement {
    connectedCallback() {
      shown.add(this);
      later();
    }

    disconnectedCallback() {
      shown.delete(this);
    }
  }

  class Mark extends Shown {
    paint(terms) {
      const sums = terms.get(this.getAttribute("term"));
      const now = state(sums, Number(this.getAttribute("items")));
      this.setAttribute("state", now);
      this.title = STATES[now] + (sums?.due ? `, ${sums.due} due` : "");
      this.replaceChildren(page.icon(`p${now}`), page.make("span", { className: "g-mark__words" }, this.title));
    }
  }

  class Bar extends Shown {
    paint(terms) {
      const counts = [0, 0, 0, 0];
      for (const term of this.getAttribute("terms").split(" ")) {
        const [slug, items] = term.split(":");
        counts[state(terms.get(slug), Number(items))] += 1;
      }
      const parts = [3, 2, 1, 0].filter((now) => counts[now]);
      const part = (now) => page.make("span", { className: `p${now}`, style: `flex:${counts[now]}` });
      const line = (now) => page.make("li", {}, page.icon(`p${now}`), ` ${STATES[now]} ${counts[now]}`);
      this.replaceChildren(page.make("div", { className: "g-bar" }, ...parts.map(part)), page.make("ul", { className: "g-legend" }, ...parts.map(line)));
    }
  }

  // No more than a sitting: what was missed is no debt.
  class Due extends Shown {
    paint(terms) {
      const due = [...terms.values()].reduce((sum, term) => sum + term.due, 0);
      this.textContent = due > 20 ? "20+" : due;
      this.closest("[data-due]").hidden = !due;
    }
  }

  customElements.define("g-mark", Mark);
  customElements.define("g-bar", Bar);
  customElements.define("g-due", Due);
  // At once: a bar takes a line of its own, and would push down what is read already.
  if (document.querySelector("g-bar")) paint();
  document.addEventListener("study-change", later);
})();
