// --- inferences and attacks as blocks of the panel ---

/** A button that leads to a claim or a step. */
function link(id, text = nameOf(id)) {
  return isKnown(id)
    ? el("button", { type: "button", class: "link", onclick: () => choose(id) }, said(text))
    : el("span", {}, `[${id}] (not defined)`);
}

function labelMark(id) {
  const label = labelOf(id);
  return label ? el("span", { class: `label ${label.label}` }, WORDS[label.label]) : "";
}

const stepBlocks = (() => {
  function premise(id, note = "") {
    return el(
      "li",
      { class: "marked" },
      labelMark(id) || el("span"),
      el("span", {}, link(id), note ? el("span", { class: "notes" }, ` ${note}`) : ""),
    );
  }

  function question(asked) {
    if (asked.answer) {
      return el("li", { class: "answered" }, asked.text, " ", el("br"), link(asked.answer));
    }
    if (asked.premise) {
      return el(
        "li",
        { class: "answered" },
        asked.text,
        el("span", { class: "notes" }, " Its premise stands on a source or a given."),
      );
    }
    if (asked.asked === false) {
      return el("li", {}, asked.text, el("span", { class: "notes" }, " Waits for the premise that it doubts."));
    }
    return el("li", { class: "open" }, asked.text, el("span", { class: "notes" }, " Not answered."));
  }

  /** The scheme of a step and its critical questions. */
  function scheme(step) {
    if (!step.scheme) {
      return null;
    }
    const questions = step.questions || [];
    const open = questions.filter((asked) => !asked.answer && !asked.premise && asked.asked !== false).length;
    if (!questions.length) {
      return el("p", {}, `Scheme: ${step.scheme}`);
    }
    return el(
      "details",
      {},
      el(
        "summary",
        {},
        `${step.scheme}: ${plural(questions.length, "critical question", "critical questions")}, ${open} open`,
      ),
      el("ul", { class: "questions" }, ...questions.map(question)),
    );
  }

  const pill = (step) =>
    el(
      "button",
      {
        type: "button",
        class: `pill ${step.type}`,
        onclick: () => choose(step.id),
        "aria-label": `Step ${step.word}${step.relation ? `, ${step.relation}` : ""}`,
      },
      step.word,
    );

  /** A step that speaks for an element or against it, with what it starts from. */
  function toward(step) {
    const many = step.premises.length + (step.warrant ? 1 : 0) > 1;
    const notes = [step.relation, many ? "together" : ""].filter(Boolean).join(", ");
    return el(
      "div",
      { class: "block" },
      el("div", { class: "head" }, pill(step), el("span", { class: "notes" }, notes), labelMark(step.id)),
      el(
        "ul",
        {},
        ...step.premises.map((id) => premise(id)),
        step.warrant && !step.premises.includes(step.warrant) ? premise(step.warrant, "warrant") : null,
      ),
      scheme(step),
      attacksOn(step),
    );
  }

  /** Steps against a step stand in its block, by name only: the panel of the step tells them whole. */
  function attacksOn(step) {
    const count = on(step.id).filter((other) => other.id !== step.id).length;
    return count
      ? el("p", {}, `${plural(count, "attack", "attacks")} on this step: `, ...on(step.id).map((other) => pill(other)))
      : null;
  }

  /** A step that starts from an element, with what it leads to. */
  function onward(step) {
    return el(
      "li",
      {},
      el("span", { class: "notes" }, `${step.type === "attack" ? step.relation || "attacks" : "supports"}: `),
      link(step.goal),
    );
  }

  return { toward, onward, premise, scheme };
})();
