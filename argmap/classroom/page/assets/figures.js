// --- figures: as wide as the page, or as large as they are drawn; the style sheet knows which by a box to tick ---

const figures = (() => {
  function settle(figure) {
    const drawn = figure.querySelector("svg");
    if (!drawn || figure.clientWidth === 0) {
      return;
    }
    const size = figure.parentElement.querySelector(".figure-size");
    const isShrunk = drawn.getBoundingClientRect().width < Number(drawn.getAttribute("width")) - 1;
    size.hidden = !isShrunk && !size.querySelector("input").checked;
    // What can be scrolled has to be reached by keyboard; the rest need not be.
    if (figure.scrollWidth > figure.clientWidth || figure.scrollHeight > figure.clientHeight) {
      figure.setAttribute("tabindex", "0");
    } else {
      figure.removeAttribute("tabindex");
    }
  }

  const settleAll = () => document.querySelectorAll(".figure").forEach(settle);

  function start() {
    addEventListener("resize", settleAll);
    document.querySelectorAll(".figure-size").forEach((size) => size.addEventListener("change", settleAll));
  }

  return { settleAll, start };
})();
