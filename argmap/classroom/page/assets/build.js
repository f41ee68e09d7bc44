// --- build the map: for each claim where it belongs, as what, and with which others ---

widgets.build = (item, number, changed) => {
  const texts = new Map(item.options.map(({ id, text }) => [id, text]));
  const ids = item.options.map(({ id }) => id);
  const lang = document.documentElement.lang;
  const MAIN = "main";
  const RELATIONS = [["reason", "reason for it"], ["objection", "objection to it"], ["step", "objection to the step from it"]];
  const groups = Array.from({ length: Math.min(9, Math.floor(ids.length / 2)) }, (_, at) => String(at + 1));

  function field(label, id, choices) {
    const options = choices.map(([value, words]) => el("option", { value, lang }, words));
    const select = el("select", { id, onchange: update }, options);
    return { select, element: el("div", { class: "field" }, el("label", { for: id }, label), select) };
  }

  /** One place of a claim: what it belongs to, as what, and with which others. */
  function makeUse(row, place) {
    const others = item.options
      .map((option, index) => [String(index), `${option.letter}  ${shorten(option.text, 60)}`])
      .filter((_, index) => index !== row);
    const own = place === 0 ? [["", "— not in the map —"], [MAIN, "nothing: it is a main claim"]] : [["", "— nothing else —"]];
    const id = (name) => `answer-${number}-${row}-${place}-${name}`;
    const under = field(place === 0 ? "Belongs to" : "Belongs also to", id("under"), [...own, ...others]);
    const relation = field("As", id("as"), RELATIONS);
    const group = field("Works", id("with"), [["", "on its own"], ...groups.map((at) => [at, `together, group ${at}`])]);
    return {
      under: under.select,
      relation: relation.select,
      group: group.select,
      inner: [relation.element, group.element],
      element: el("div", { class: "fields" }, under.element, relation.element, group.element),
    };
  }

  const rows = item.options.map(({ id, letter, text }, index) => {
    const name = el("p", { class: "claim-name" }, el("b", {}, letter), said(text));
    const places = el("div");
    const uses = [];
    const add = () => {
      uses.push(makeUse(index, uses.length));
      places.append(uses.at(-1).element);
    };
    const more = button("It belongs to another one, too", () => { add(); draw(); uses.at(-1).under.focus(); });
    const group = el("div", { role: "group", "aria-label": `${letter} ${shorten(text, 60)}` }, name, places, el("div", { class: "figure-tools" }, more));
    add();
    return { id, letter, uses, add, more, element: el("li", {}, group) };
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const parentOf = ({ under }) => (under.value === "" || under.value === MAIN ? null : ids[Number(under.value)]);
  const isMain = ({ uses }) => uses[0].under.value === MAIN;

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
    const placed = rows.flatMap(({ id, uses }) => uses.map((use, place) => ({ id, use, place })));
    placed.filter(({ use }) => parentOf(use) !== null).forEach(({ id, use, place }) => {
      const parts = [parentOf(use), use.relation.value, use.group.value];
      const key = JSON.stringify(use.group.value === "" ? [...parts, id, place] : parts);
      const step = steps.get(key) ?? { id: next(), parent: parts[0], relation: parts[1], premises: [] };
      step.premises = [...new Set([...step.premises, id])];
      steps.set(key, step);
    });
    const made = [...steps.values()];
    made.forEach((step) => {
      const from = made.find((other) => other !== step && other.premises.includes(step.parent));
      step.target = step.relation === "step" ? (from ?? null) : null;
    });
    return made;
  }

  const used = (steps) => {
    return new Set([...rows.filter(isMain).map(({ id }) => id), ...steps.flatMap(({ parent, premises }) => [parent, ...premises])]);
  };
  const isLoose = (step) => step.relation === "step" && step.target === null;

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
      main: rows.filter(isMain).map(({ id }) => id),
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
    const toldSteps = new Set();
    const found = [];
    const walk = (start, word) => {
      const stack = [{ level: 0, id: start, word }];
      while (stack.length) {
        const { level, id, step, word: name } = stack.pop();
        if (step !== undefined) {
          const together = step.premises.length > 1 ? "together" : "";
          const hits = step.relation === "step" ? "the step itself" : "";
          found.push({ level, step: true, word: step.relation === "reason" ? "because" : "but", text: "", note: [hits, together].filter(Boolean).join("; ") });
          const against = toldSteps.has(step) ? [] : steps.filter((other) => other.target === step);
          toldSteps.add(step);
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
    tops.forEach((id) => walk(id, isMain(rowOf.get(id)) ? "Main claim" : "Claim"));
    ids.filter((id) => inMap.has(id) && !told.has(id)).forEach((id) => told.has(id) || walk(id, "In a circle"));
    return found;
  }

  const beside = (title, told) => el("div", {}, el("h4", {}, title), outlineList(told));
  const preview = el("div", { class: "built", role: "group", tabindex: "0", "aria-label": "The map so far" });

  function draw() {
    rows.forEach(({ uses, more }) => {
      uses.forEach((use) => use.inner.forEach((element) => { element.hidden = parentOf(use) === null; }));
      more.hidden = parentOf(uses.at(-1)) === null;
    });
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
    save: () => rows.map(({ id, uses }) => [id, uses.map((use) => [use.under.value, use.relation.value, use.group.value])]),
    restore(kept) {
      kept.forEach(([id, places]) => {
        const { uses, add } = rowOf.get(id);
        while (uses.length < places.length) {
          add();
        }
        places.forEach((values, place) => {
          const use = uses[place];
          [use.under.value, use.relation.value, use.group.value] = values;
        });
      });
      draw();
    },
    tell: () => [line("note", "Compare the map with the reference. Its mark comes from the program that grades.")],
    untell: () => undefined,
    solution: () => el("div", { class: "pair" }, beside("Built", toRows()), item.key.map((told) => beside("Reference", told))),
  };
};
