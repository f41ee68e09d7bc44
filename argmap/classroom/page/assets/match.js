// --- give each prompt one of the options ---

widgets.match = (item, number, changed) => {
  const options = new Map(item.options.map((option) => [option.id, option]));
  const inWords = ({ letter, text }) => (item.labels ? text : `${letter}  ${shorten(text, 70)}`);
  const lang = document.documentElement.lang;

  const rows = item.prompts.map((prompt, row) => {
    const id = `answer-${number}-${row}`;
    const choices = item.options.map((option, index) => el("option", { value: String(index), lang }, inWords(option)));
    const select = el("select", { id, onchange: () => { limit(); changed(); } }, el("option", { value: "" }, "Choose …"), choices);
    const mark = el("span", { class: "mark" });
    const element = el("li", { class: "place-row" }, el("label", { for: id }, said(prompt.text)), select, mark);
    return { prompt, select, choices, mark, element };
  });
  const placed = ({ select }) => (select.value === "" ? undefined : item.options[Number(select.value)].id);

  /** An option that can be put in one place only cannot be chosen in a second one. */
  function limit() {
    if (item.is_once) {
      const used = new Set(rows.map(placed));
      rows.forEach((row) => {
        row.choices.forEach((choice, index) => {
          const { id } = item.options[index];
          choice.disabled = used.has(id) && placed(row) !== id;
        });
      });
    }
  }

  const pairs = () => rows.map((row) => [row.prompt.id, placed(row)]).filter(([, option]) => option !== undefined);
  const bank = el(
    "ul",
    { class: "bank", "aria-label": "Options" },
    item.options.map(({ letter, text }) => el("li", {}, el("b", {}, letter), said(text))),
  );

  return {
    element: el(
      "fieldset",
      { class: "places" },
      el("legend", {}, item.is_once ? "Give each its place; each can be used once" : "Choose one for each"),
      item.labels ? null : bank,
      el("ul", { class: item.slots ? "rows short" : "rows" }, rows.map(({ element }) => element)),
    ),
    missing: () => "Choose an option for each first.",
    read: () => (pairs().length === rows.length ? Object.fromEntries(pairs()) : null),
    save: pairs,
    restore(kept) {
      const found = new Map(kept);
      rows.forEach(({ prompt, select }) => {
        const index = item.options.findIndex(({ id }) => id === found.get(prompt.id));
        select.value = index < 0 ? "" : String(index);
      });
      limit();
    },
    tell(response) {
      const scores = scoring.places(item, response);
      return rows.map(({ prompt, mark, element }) => {
        const found = markOf(scores.get(prompt.id));
        mark.replaceChildren(...sign(found));
        element.dataset.mark = found;
        const option = options.get(response[prompt.id]);
        // What is said of a place does not hold where the place is read as another one of its group.
        const own = Object.hasOwn(prompt.feedback, option.id) && found !== "right" ? prompt.feedback[option.id] : "";
        return line(found, said(prompt.text), ": ", said(option.text), ...remark(own || option.feedback));
      });
    },
    untell: () => rows.forEach(({ mark, element }) => {
      mark.replaceChildren();
      element.dataset.mark = "";
    }),
    solution: () => el(
      "ul",
      {},
      item.prompts.map(({ id, text }) => el("li", {}, said(text), ": ", said(options.get(item.key[id]).text))),
    ),
  };
};
