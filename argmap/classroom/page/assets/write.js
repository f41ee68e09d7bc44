// --- write in one's own words: hints, and a model answer to compare with ---

widgets.write = (item, number, changed) => {
  const area = el("textarea", {
    id: `answer-${number}`,
    rows: "4",
    lang: document.documentElement.lang,
    dir: "auto",
    oninput: changed,
  });
  const holds = (text, term) => text.toLocaleLowerCase().includes(term.toLocaleLowerCase());

  function tell(response) {
    const found = item.terms.filter((term) => holds(response, term));
    const missing = item.terms.filter((term) => !holds(response, term));
    const list = (terms) => terms.map((term) => `“${term}”`).join(", ");
    return [
      ...(found.length ? [line("note", "The text speaks of ", said(list(found)), ".")] : []),
      ...(missing.length ? [line("note", "A good answer is likely to speak of ", said(list(missing)), ", too.")] : []),
      line("note", "A person marks this one. Compare it with the model answer."),
    ];
  }

  return {
    element: el("div", { class: "writing" }, el("label", { for: `answer-${number}` }, "Answer in one sentence"), area),
    missing: () => "Write something first.",
    read: () => area.value.trim() || null,
    save: () => area.value,
    restore: (text) => { area.value = text; },
    tell,
    untell: () => undefined,
    solution: () => el("p", {}, said(item.key)),
  };
};
