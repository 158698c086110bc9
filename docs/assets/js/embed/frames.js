// For pages on other sites: gives each frame with a page of this glossary the height of what is in it. A message counts
// only if it comes from the glossary that this script comes from, out of a frame whose address is one of its embeds.
const embeds = new URL("./", document.currentScript.src);
const ours = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(embeds.href));

addEventListener("message", ({ origin, source, data }) => {
  if (origin !== embeds.origin || data?.type !== "glossary-embed") return;
  const frame = ours().find((one) => one.contentWindow === source);
  const { height } = data;
  if (frame && Number.isInteger(height) && height >= 50 && height <= 20000) frame.style.height = `${height}px`;
});
// Frames that were there first have spoken already.
for (const frame of ours()) frame.contentWindow.postMessage({ type: "glossary-embed" }, "*");
