// What the glossary says, as data. Cookies are never sent.
const answers = new Map();

async function read(path) {
  const answer = await fetch(base + path, { credentials: "omit" });
  const data = await answer.json();
  if (!answer.ok || data.version !== 1) throw answer;
  return data;
}

function cardOf(slug) {
  if (!answers.has(slug)) answers.set(slug, read(`terms/${slug}/card.json`));
  return answers.get(slug);
}
