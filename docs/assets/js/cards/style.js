// Styles of the card alone: the page's do not reach in, and these do not reach out. System colours follow the page's colour
// scheme and forced colours; custom properties of the page may set others.
const STYLE = `:host{display:contents!important}
div{all:initial;color-scheme:inherit;position:fixed;z-index:2147483647;display:block;box-sizing:border-box;width:max-content;max-width:min(20em,100vw - 16px);overflow:auto;overflow-wrap:anywhere;padding:.9em 1.1em;border:1px solid var(--glossary-card-line,GrayText);border-radius:.4em;background:var(--glossary-card-paper,Canvas);color:var(--glossary-card-ink,CanvasText);font:medium/1.5 var(--glossary-card-font,system-ui,sans-serif);box-shadow:0 .5em 2em #0003}
div:not(.open){opacity:0;pointer-events:none}
b{margin-inline-end:.5em;font-family:var(--glossary-card-title-font,inherit);font-size:1.2em;line-height:1.3}
p{margin:.3em 0 .6em}
footer{display:flex;flex-wrap:wrap;align-items:center;gap:0 1em;font-size:.9em}
a{color:var(--glossary-card-link,LinkText);line-height:max(1.7em,24px)}
span{opacity:.8;font-size:.85em;text-transform:capitalize}
button{margin-inline-start:auto;padding:0 1em;border:1px solid;border-radius:.4em;background:none;color:inherit;font:inherit}
a:focus-visible,button:focus-visible{outline:2px solid;outline-offset:2px}
@media(pointer:coarse){a,button{line-height:44px}}
@media print{div{display:none}}`;
