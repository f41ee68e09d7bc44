// --- from exercise to exercise ---

const steps = (() => {
  let all = [];
  let buttons = [];
  const last = () => all.length + 1;

  /** Show the exercise with this number; the number after the last is the result. */
  function go(number, { focus = true } = {}) {
    const shown = number > all.length ? byId("result") : all[number - 1].section;
    if (shown.id === "result") {
      result.draw(all, go);
    }
    [...all.map(({ section }) => section), byId("result")].forEach((section) => { section.hidden = section !== shown; });
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

  function tell() {
    all.forEach(({ item, number, heading }, index) => {
      const [mark, words] = result.state(item.id);
      buttons[index].className = `step-button ${mark}`;
      buttons[index].setAttribute("aria-label", `${number} ${heading}: ${words}`);
      buttons[index].replaceChildren(String(number), el("span", { class: `sign ${mark}`, "aria-hidden": "true" }, SIGNS[mark]?.[0] ?? (mark === "saved" ? "•" : "")));
    });
    byId("standing").textContent = result.inWords();
  }

  function start() {
    all = data.exercises.map((item, index) => items.make(item, index, () => go(index + 2)));
    buttons = [...all.map(({ number }) => button(String(number), () => go(number))), button("Result", () => go(last()), { class: "step-button" })];
    byId("steps").append(...buttons.map((one) => el("li", {}, one)));
    tell();
    document.addEventListener("answered", tell);
    const open = all.findIndex(({ item }) => !store.counted.has(item.id));
    go(open < 0 ? last() : open + 1, { focus: false });
  }

  return { start };
})();
