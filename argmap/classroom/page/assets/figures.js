// --- figures: as wide as the page, or as large as they are drawn ---

const figures = (() => {
  const SMALLEST = 0.62;

  function settle(figure, isFull) {
    const tools = figure.parentElement.querySelector(".figure-tools");
    const drawn = figure.querySelector("svg");
    if (!drawn || figure.clientWidth === 0) {
      return;
    }
    const scale = figure.clientWidth / Number(drawn.getAttribute("width"));
    const full = isFull ?? (figure.dataset.full === undefined ? scale < SMALLEST : figure.dataset.full === "true");
    figure.classList.toggle("full", full);
    // What can be scrolled has to be reached by keyboard.
    figure.toggleAttribute("tabindex", false);
    if (full && scale < 1) {
      figure.setAttribute("tabindex", "0");
    }
    const toggle = () => {
      figure.dataset.full = String(!full);
      settle(figure);
      tools.querySelector("button").focus();
    };
    tools.replaceChildren(...(scale < 1 ? [button(full ? "Fit the page" : "Full size", toggle)] : []));
  }

  const settleAll = () => document.querySelectorAll(".figure").forEach((figure) => settle(figure));

  function start() {
    addEventListener("resize", settleAll);
  }

  return { settleAll, start };
})();
