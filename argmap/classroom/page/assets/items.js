// --- each exercise: its answer, whether it is right, and why ---

const items = (() => {
  const VERDICTS = { right: "Right", wrong: "Not right", part: "Partly right" };
  const percent = (score) => `${Math.round(score * 100)} %`;

  function verdict(score) {
    if (score === null) {
      return el("p", { class: "verdict", tabindex: "-1" }, "Saved");
    }
    const mark = markOf(score);
    const shown = mark === "part" ? `${VERDICTS[mark]}: ${percent(score)}` : VERDICTS[mark];
    const icon = el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[mark][0]);
    return el("p", { class: `verdict ${mark}`, tabindex: "-1" }, icon, shown);
  }

  function make(item, index, leave) {
    const number = index + 1;
    const section = byId(`item-${number}`);
    const widget = widgets[item.interaction](item, number, () => store.draft(item.id, widget.save()));
    const feedback = el("div", { class: "feedback", role: "status" });
    const work = el("fieldset", { class: "work" }, el("legend", { class: "unseen" }, "Answer"), widget.element);
    const isCompared = item.interaction === "build" || item.interaction === "write";
    const check = el("button", { type: "submit", class: "strong" }, isCompared ? "Compare" : "Check the answer");
    const next = button("Next", leave, { class: "strong", hidden: true });
    const again = button("Try again", retry, { hidden: true });
    const reveal = button("Show the answer", () => showSolution(true), { hidden: true });
    const actions = el("div", { class: "row" }, check, next, again, reveal);
    const form = el("form", { onsubmit: submit, novalidate: true }, work, feedback, actions);

    function submit(event) {
      event.preventDefault();
      const response = widget.read();
      if (response === null) {
        feedback.replaceChildren(el("p", { class: "missing" }, widget.missing()));
      } else {
        const score = scoring.score(item, response);
        store.count(item.id, response, score);
        tell(response, score);
        feedback.querySelector(".verdict").focus();
        document.dispatchEvent(new CustomEvent("answered"));
      }
    }

    function tell(response, score) {
      const lines = el("ul", { class: "lines" }, widget.tell(response));
      const isSaid = lines.textContent.includes(item.feedback);
      const practice = JSON.stringify(store.counted.get(item.id).response) !== JSON.stringify(response);
      feedback.replaceChildren(
        verdict(score),
        ...(practice ? [el("p", { class: "hint" }, "Practice: the first answer counts.")] : []),
        lines,
        ...(item.feedback && !isSaid ? [el("p", { class: "because" }, said(item.feedback))] : []),
      );
      work.disabled = true;
      check.hidden = true;
      next.hidden = false;
      again.hidden = score === 1;
      reveal.hidden = score === 1 || isCompared;
      if (isCompared) {
        showSolution(false);
      }
    }

    function showSolution(focus) {
      const title = { build: "Both maps", write: "A model answer" }[item.interaction] ?? "The answer";
      const block = el("div", { class: "solution", tabindex: "-1" }, el("h3", {}, title), widget.solution());
      feedback.append(block);
      reveal.hidden = true;
      if (focus) {
        block.focus();
      }
    }

    function retry() {
      widget.untell();
      feedback.replaceChildren();
      work.disabled = false;
      check.hidden = false;
      [next, again, reveal].forEach((one) => { one.hidden = true; });
      form.querySelector("input, select, textarea, .work button").focus();
    }

    function recall() {
      if (store.drafts.has(item.id)) {
        widget.restore(store.drafts.get(item.id));
      }
      const answer = store.counted.get(item.id);
      const response = widget.read();
      if (answer && response !== null) {
        tell(response, scoring.score(item, response));
      }
    }

    section.querySelector(".answer").append(form);
    recall();
    return { item, number, section, heading: section.querySelector("h2").lastChild.textContent.trim() };
  }

  return { make };
})();
