// Once a page, however often the script is there.
const mark = Symbol.for(base);
const isFirst = !document[mark];
document[mark] = true;
if (isFirst) listen();
