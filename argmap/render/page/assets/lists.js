// --- findings and outline: lists that stand in the page already, made to lead to the picture ---

const lists = (() => {
  const findings = [...byId("findings").querySelectorAll("[data-finding]")];

  /** Copies of the findings on some elements, for the panel. */
  function findingsOn(ids) {
    return findings
      .filter((found) => ids.has(found.dataset.element))
      .map((found) => {
        const copy = found.closest("li").cloneNode(true);
        const mark = copy.querySelector("button");
        mark.removeAttribute("aria-current");
        mark.addEventListener("click", () => point(found));
        return copy;
      });
  }

  /** Move to where a finding is, and ring what shows it. */
  function point(found) {
    const ids = (found.dataset.shows || "").split(" ").filter(isKnown);
    const code = found.querySelector(".code").textContent;
    choose(ids.length ? ids[0] : null, { open: false, focused: false });
    picture.mark("shown", ids);
    findings.forEach((other) => setCurrent(other, other === found));
    announce(
      ids.length
        ? `${code}: ${plural(ids.length, "place", "places")} marked on the picture`
        : `${code}: about the map as a whole`,
    );
  }

  function setCurrent(element, isCurrent) {
    if (isCurrent) {
      element.setAttribute("aria-current", "true");
    } else {
      element.removeAttribute("aria-current");
    }
  }

  const outlineButtons = [...byId("outline").querySelectorAll("button[data-element]")];

  function showChosen() {
    picture.mark("shown", []);
    findings.forEach((other) => setCurrent(other, false));
    outlineButtons.forEach((other) => setCurrent(other, other.dataset.element === state.chosen));
  }

  /** The labels in the outline are those of the reading of the moment. */
  function showLabels() {
    for (const mark of byId("outline").querySelectorAll(".label")) {
      const label = labelOf(mark.parentElement.dataset.element);
      mark.className = `label ${label.label}`;
      mark.textContent = WORDS[label.label];
    }
  }

  function showFolded() {
    for (const claim of outlineButtons.filter((other) => !other.classList.contains("repeated"))) {
      const inner = claim.parentElement.querySelector(":scope > ul");
      if (inner) {
        inner.hidden = state.collapsed.has(claim.dataset.element);
      }
    }
  }

  function start() {
    const told = document.querySelectorAll("#summary button[data-element]");
    [...outlineButtons, ...told].forEach((claim) => claim.addEventListener("click", () => choose(claim.dataset.element)));
    findings.forEach((found) => found.addEventListener("click", () => point(found)));
    listen("choose", showChosen);
    listen("labels", showLabels);
    listen("folded", showFolded);
  }

  return { start, findingsOn };
})();
