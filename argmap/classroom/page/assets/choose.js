// --- choose one option, or all that are right ---

const widgets = {};

function chooser(type, legend, missing) {
  return (item, number, changed) => {
    const rows = item.options.map((option, index) => {
      const input = el("input", { type, name: `answer-${number}`, value: String(index), onchange: changed });
      const mark = el("span", { class: "mark" });
      const label = el("label", { class: "option" }, input, el("b", {}, option.letter), said(option.text), mark);
      return { option, input, mark, label };
    });
    const chosen = () => rows.filter(({ input }) => input.checked);

    function show(marks) {
      rows.forEach(({ option, mark, label }) => {
        mark.replaceChildren(...(marks.has(option.id) ? sign(marks.get(option.id)) : []));
        label.dataset.mark = marks.get(option.id) ?? "";
      });
    }

    return {
      element: el(
        "fieldset",
        { class: "options" },
        el("legend", {}, legend),
        el("ul", {}, rows.map(({ label }) => el("li", {}, label))),
      ),
      missing: () => missing,
      save: () => chosen().map(({ option }) => option.id),
      restore: (ids) => rows.forEach((row) => { row.input.checked = ids.includes(row.option.id); }),
      ids: () => chosen().map(({ option }) => option.id),
      show,
      options: new Map(item.options.map((option) => [option.id, option])),
    };
  };
}

widgets.choice = (item, number, changed) => {
  const made = chooser("radio", "Choose one", "Choose an option first.")(item, number, changed);
  return {
    ...made,
    read: () => made.ids()[0] ?? null,
    tell(response) {
      const mark = markOf(scoring.score(item, response));
      made.show(new Map([[response, mark]]));
      const { text, feedback } = made.options.get(response);
      return feedback ? [line(mark, said(feedback))] : [line(mark, said(text))];
    },
    untell: () => made.show(new Map()),
    solution: () => el("p", {}, said(made.options.get(item.key).text)),
  };
};

widgets.choices = (item, number, changed) => {
  const made = chooser("checkbox", "Choose every one that is right", "Choose at least one option first.")(
    item,
    number,
    changed,
  );
  const key = new Set(item.key);
  return {
    ...made,
    read: () => (made.ids().length ? made.ids() : null),
    tell(response) {
      const mark = (id) => (key.has(id) ? "right" : "wrong");
      made.show(new Map(response.map((id) => [id, mark(id)])));
      const lines = response.map((id) => {
        const { text, feedback } = made.options.get(id);
        return line(mark(id), said(text), ...remark(feedback));
      });
      const missed = item.key.filter((id) => !response.includes(id)).length;
      return missed ? [...lines, line("note", `${plural(missed, "right one is", "right ones are")} not chosen.`)] : lines;
    },
    untell: () => made.show(new Map()),
    solution: () => el("ul", {}, item.key.map((id) => el("li", {}, said(made.options.get(id).text)))),
  };
};
