// On a page in a frame: tells the page that holds the frame how high this one is, at first, on every change, and when
// asked. Nobody else is told: the message goes to the site that the browser names as the one that led here. Where a site
// keeps that to itself it goes to whatever holds the frame; a height says nothing about the reader.
(() => {
  if (parent === window) return;
  // A frame that was led here from an old address names the glossary itself.
  const led = /^https?:/.test(document.referrer) && new URL(document.referrer).origin;
  const host = led && led !== location.origin ? led : "*";
  // WordPress puts a word at the end of the frame's address and hears messages that repeat it. It forbids its frames to
  // open windows, and follows links for them (wp-includes/js/wp-embed.js).
  const secret = /[?&]secret=([a-z0-9]+)/i.exec(location.hash)?.[1];
  const tellWordPress = (message, value) => secret && parent.postMessage({ message, value, secret }, host);

  function tell() {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: "glossary-embed", slug: document.documentElement.dataset.embed, height }, host);
    tellWordPress("height", height);
  }

  new ResizeObserver(tell).observe(document.body);
  addEventListener("message", ({ source, data }) => source === parent && data?.type === "glossary-embed" && tell());
  addEventListener("click", ({ target }) => target.closest("a") && tellWordPress("link", target.closest("a").href));
})();
