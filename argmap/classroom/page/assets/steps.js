// --- from exercise to exercise ---

const steps = (() => {
  const MOST_BUTTONS = 24;
  let all = [];
  let buttons = [];
  let list = null;
  let at = 1;
  const last = () => all.length + 1;

  /** Show the exercise with this number; the number after the last is the result. */
  function go(number, { focus = true } = {}) {
    const shown = number > all.length ? byId("result") : all[number - 1].section;
    if (shown.id === "result") {
      result.draw(all, go);
    }
    [...all.map(({ section }) => section), byId("result")].forEach((section) => { section.hidden = section !== shown; });
    at = number;
    if (list) {
      list.value = String(number);
    }
    buttons.forEach((one, index) => {
      if (index + 1 === number) {
        one.setAttribute("aria-current", "step");
      } else {
        one.removeAttribute("aria-current");
      }
    });
    figures.settleAll();
    if (focus) {
      shown.focus({ preventScroll: true });
      shown.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    }
  }

  const signOf = (mark) => SIGNS[mark]?.[0] ?? (mark === "saved" ? "•" : "");

  function tell() {
    all.forEach(({ item, number, heading }, index) => {
      const [mark, words] = result.state(item.id);
      if (list) {
        list.options[index].textContent = `${number}  ${heading}${mark === "open" ? "" : ` — ${signOf(mark)} ${words}`}`;
      } else {
        buttons[index].className = `step-button ${mark}`;
        buttons[index].setAttribute("aria-label", `${number} ${heading}: ${words}`);
        buttons[index].replaceChildren(String(number), el("span", { class: `sign ${mark}`, "aria-hidden": "true" }, signOf(mark)));
      }
    });
    byId("standing").textContent = result.inWords();
  }

  /** A button for each exercise. */
  function asButtons() {
    const stepButton = (words, number) => button(words, () => go(number), { class: "step-button" });
    buttons = [...all.map(({ number }) => stepButton(String(number), number)), stepButton("Result", last())];
    byId("steps").append(...buttons.map((one) => el("li", {}, one)));
  }

  /** Where there are too many for that: one list, and buttons to the next and the one before. */
  function asList() {
    const names = [...all.map(({ number }) => [number, ""]), [last(), "Result"]];
    list = el("select", { "aria-label": "Exercise", onchange: () => go(Number(list.value), { focus: false }) }, names.map(([value, words]) => el("option", { value }, words)));
    const by = (step, arrow, words) => button(arrow, () => go(Math.min(last(), Math.max(1, at + step)), { focus: false }), { class: "step-button", "aria-label": words });
    const parts = [by(-1, "←", "The one before"), list, by(1, "→", "The next"), button("Result", () => go(last()), { class: "step-button" })];
    byId("steps").append(...parts.map((one) => el("li", { class: one === list ? "list" : undefined }, one)));
  }

  function start() {
    all = data.exercises.map((item, index) => items.make(item, index, () => go(index + 2)));
    (all.length > MOST_BUTTONS ? asList : asButtons)();
    tell();
    document.addEventListener("answered", tell);
    const open = all.findIndex(({ item }) => !store.counted.has(item.id));
    go(open < 0 ? last() : open + 1, { focus: false });
  }

  return { start };
})();
