// What the scripts of the site share: addresses, making elements, and saying numbers and days in words.
const page = (() => {
  const root = new URL(document.querySelector("meta[name=glossary-root]").content, location.href);
  const url = (to) => new URL(to, root).href;

  function make(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function icon(name) {
    const box = make("template", { innerHTML: `<svg class="g-i" aria-hidden="true"><use xlink:href="#i-${name}"/></svg>` });
    return box.content.firstChild;
  }

  const counted = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;

  // When something comes back, `days` from today.
  function when(days) {
    if (days < 1) return "later today";
    if (days < 2) return "tomorrow";
    return `in ${days < 60 ? counted(days, "day") : counted(Math.round(days / 30.4), "month")}`;
  }

  // A line at the foot of the window, in a place that stood there before it speaks, so that screen readers hear it.
  // With an act, [what its button says, what it does], it stays until it is closed.
  function notice(text, act) {
    const button = ([name, onclick]) => make("button", { type: "button", className: "g-tool", onclick }, name);
    const close = () => {
      line.remove();
      document.getElementById("g-content").focus({ preventScroll: true });
    };
    const line = make("p", {}, make("span", {}, text), ...(act ? [act] : []).map(button), button(["Close", close]));
    document.querySelector(".g-notice").append(line);
    if (!act) setTimeout(() => line.remove(), 9000);
  }

  // Loads a script of this site: a promise that it has run.
  const load = (address) =>
    new Promise((onload, onerror) => document.head.append(make("script", { src: url(address), onload, onerror })));

  return { root, url, make, icon, counted, when, notice, load };
})();
