// --- build the map: for each claim where it belongs, as what, and with which others ---

widgets.build = (item, number, changed) => {
  const texts = new Map(item.options.map(({ id, text }) => [id, text]));
  const ids = item.options.map(({ id }) => id);
  const lang = document.documentElement.lang;
  const MAIN = "main";
  const RELATIONS = [["reason", "reason for it"], ["objection", "objection to it"], ["step", "objection to the step from it"]];
  const groups = Array.from({ length: Math.min(9, Math.floor(ids.length / 2)) }, (_, at) => String(at + 1));

  function field(label, name, row, choices) {
    const id = `answer-${number}-${row}-${name}`;
    const select = el("select", { id, onchange: update }, choices.map(([value, words]) => el("option", { value, lang }, words)));
    return { select, element: el("div", { class: "field" }, el("label", { for: id }, label), select) };
  }

  const rows = item.options.map(({ id, letter, text }, row) => {
    const others = item.options
      .map((option, index) => [String(index), `${option.letter}  ${shorten(option.text, 60)}`])
      .filter((_, index) => index !== row);
    const under = field("Belongs to", "under", row, [["", "— not in the map —"], [MAIN, "nothing: it is a main claim"], ...others]);
    const relation = field("As", "as", row, RELATIONS);
    const group = field("Works", "with", row, [["", "on its own"], ...groups.map((at) => [at, `together, group ${at}`])]);
    const name = el("p", { class: "claim-name" }, el("b", {}, letter), said(text));
    const fields = el("div", { class: "fields" }, under.element, relation.element, group.element);
    const element = el("li", {}, el("div", { role: "group", "aria-label": `${letter} ${shorten(text, 60)}` }, name, fields));
    return { id, letter, under: under.select, relation: relation.select, group: group.select, inner: [relation, group], element };
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const parentOf = ({ under }) => (under.value === "" || under.value === MAIN ? null : ids[Number(under.value)]);

  /** A name that no claim has. */
  function stepNames() {
    let count = 0;
    return () => {
      do {
        count += 1;
      } while (texts.has(`step-${count}`));
      return `step-${count}`;
    };
  }

  /** The steps that were chosen; premises of one group under one claim make one step. */
  function findSteps() {
    const next = stepNames();
    const steps = new Map();
    rows.filter((row) => parentOf(row) !== null).forEach((row) => {
      const parts = [parentOf(row), row.relation.value, row.group.value];
      const key = JSON.stringify(row.group.value === "" ? [...parts, row.id] : parts);
      const step = steps.get(key) ?? { id: next(), parent: parentOf(row), relation: row.relation.value, premises: [] };
      step.premises.push(row.id);
      steps.set(key, step);
    });
    const made = [...steps.values()];
    const stepFrom = new Map(made.flatMap((step) => step.premises.map((id) => [id, step])));
    made.forEach((step) => {
      step.target = step.relation === "step" ? (stepFrom.get(step.parent) ?? null) : null;
    });
    return made;
  }

  const used = (steps) => {
    const mains = rows.filter(({ under }) => under.value === MAIN).map(({ id }) => id);
    return new Set([...mains, ...steps.flatMap(({ parent, premises }) => [parent, ...premises])]);
  };
  const isLoose = (step) => step.relation === "step" && (step.target === null || step.target === step);

  function problem() {
    const steps = findSteps();
    if (!steps.length) {
      return "Place at least two claims first.";
    }
    const loose = steps.find(isLoose);
    return loose === undefined
      ? null
      : `${rowOf.get(loose.premises[0]).letter} objects to the step from ${rowOf.get(loose.parent).letter}, which leads nowhere yet.`;
  }

  /** The map in argmap's own format. */
  function toMap() {
    const steps = findSteps();
    const inMap = used(steps);
    const claims = ids.filter((id) => inMap.has(id)).map((id) => [id, texts.get(id)]);
    const as = (goal, chosen) => Object.fromEntries(
      chosen.map((step) => [step.id, { premises: step.premises, [goal]: step.target ? step.target.id : step.parent }]),
    );
    return {
      argmap: 1,
      language: lang,
      main: rows.filter(({ under }) => under.value === MAIN).map(({ id }) => id),
      claims: Object.fromEntries(claims),
      inferences: as("conclusion", steps.filter(({ relation }) => relation === "reason")),
      attacks: as("target", steps.filter(({ relation }) => relation !== "reason")),
    };
  }

  /** The same as rows, told from the claims that lead to nothing; what is left goes round in a circle. */
  function toRows() {
    const steps = findSteps();
    const inMap = used(steps);
    const premises = new Set(steps.flatMap((step) => step.premises));
    const tops = ids.filter((id) => inMap.has(id) && !premises.has(id));
    const told = new Set();
    const found = [];
    const walk = (start, word) => {
      const stack = [{ level: 0, id: start, word }];
      while (stack.length) {
        const { level, id, step, word: name } = stack.pop();
        if (step !== undefined) {
          const together = step.premises.length > 1 ? "together" : "";
          const hits = step.relation === "step" ? "the step itself" : "";
          found.push({ level, step: true, word: step.relation === "reason" ? "because" : "but", text: "", note: [hits, together].filter(Boolean).join("; ") });
          const against = steps.filter((other) => other.target === step && other !== step);
          const below = step.premises.map((premise) => ({ level: level + 1, id: premise, word: step.relation === "reason" ? "Reason" : "Objection" }));
          stack.push(...[...below, ...against.map((other) => ({ level: level + 1, step: other }))].reverse());
        } else {
          const isTold = told.has(id);
          found.push({ level, step: false, word: name, text: texts.get(id), note: isTold ? "see above" : "" });
          if (!isTold) {
            told.add(id);
            const on = steps.filter((other) => other.parent === id && other.target === null && !isLoose(other));
            stack.push(...on.map((other) => ({ level: level + 1, step: other })).reverse());
          }
        }
      }
    };
    tops.forEach((id) => walk(id, rowOf.get(id).under.value === MAIN ? "Main claim" : "Claim"));
    ids.filter((id) => inMap.has(id) && !told.has(id)).forEach((id) => told.has(id) || walk(id, "In a circle"));
    return found;
  }

  const preview = el("div", { class: "built", role: "group", "aria-label": "The map so far" });

  function draw() {
    rows.forEach((row) => row.inner.forEach(({ element }) => { element.hidden = parentOf(row) === null; }));
    const told = toRows();
    preview.replaceChildren(
      el("h3", {}, "The map so far"),
      told.length ? outlineList(told) : el("p", { class: "hint" }, "Nothing is placed yet."),
    );
  }

  function update() {
    draw();
    changed();
  }

  draw();
  return {
    element: el(
      "fieldset",
      { class: "building" },
      el("legend", {}, "Say of each claim what it belongs to"),
      el("div", { class: "bench" }, el("ol", { class: "claims" }, rows.map(({ element }) => element)), preview),
    ),
    missing: problem,
    read: () => (problem() === null ? toMap() : null),
    save: () => rows.map(({ id, under, relation, group }) => [id, under.value, relation.value, group.value]),
    restore(kept) {
      kept.forEach(([id, under, relation, group]) => {
        const row = rowOf.get(id);
        [row.under.value, row.relation.value, row.group.value] = [under, relation, group];
      });
      draw();
    },
    tell: () => [line("note", "Compare the map with the reference. Its mark comes from the program that grades.")],
    untell: () => undefined,
    solution: () => el("div", {}, item.key.map((told) => outlineList(told))),
  };
};
