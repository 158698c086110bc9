// In a folder of files, which hooks/termbase/offline/archive.py makes, there is no server: none that gives data, and none that
// finds the index of a folder. What stands at …/card.json comes as a script, …/card.js.
globalThis.fetch = (address) =>
  new Promise((resolve, reject) => {
    const src = address.replace(/\.json$/, ".js");
    const onload = () => resolve(new Response(JSON.stringify(globalThis.folderData[src])));
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror: reject }));
  });

// The links of the pages lead to files already. Those that scripts make do when they are about to be followed.
for (const event of ["click", "auxclick", "contextmenu"]) {
  const lead = (link) => link?.protocol === "file:" && (link.pathname = link.pathname.replace(/\/$/, "/index.html"));
  addEventListener(event, ({ target }) => lead(target.closest("a[href]")), true);
}
