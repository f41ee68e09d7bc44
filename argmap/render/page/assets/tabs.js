// --- the panel's sheets: the summary of a report, the claim, the findings, the outline ---

const tabs = (() => {
  const NAMES = ["summary", "claim", "findings", "outline"].filter((name) => byId(name));
  const tabOf = (name) => byId(`tab-${name}`);
  let current = NAMES[0];

  /** Where the panel is a part of a long page, what is told next begins at its top. */
  function startAtTop() {
    const panel = byId("details");
    if (panel.getBoundingClientRect().top < panel.firstElementChild.getBoundingClientRect().top - 1) {
      panel.scrollIntoView();
    }
  }

  function open(name, { focus = false } = {}) {
    current = name;
    for (const other of NAMES) {
      const isOpen = other === name;
      tabOf(other).setAttribute("aria-selected", String(isOpen));
      tabOf(other).setAttribute("tabindex", isOpen ? "0" : "-1");
      byId(other).hidden = !isOpen;
    }
    if (focus) {
      tabOf(name).focus();
    }
    startAtTop();
  }

  function onKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      open(NAMES[(NAMES.indexOf(current) + step + NAMES.length) % NAMES.length], { focus: true });
    }
  }

  /** Without the panel the picture has the whole window, for a projector. */
  function togglePanel(isOpen = document.querySelector("main").classList.contains("wide")) {
    document.querySelector("main").classList.toggle("wide", !isOpen);
    byId("panel-button").setAttribute("aria-expanded", String(isOpen));
  }

  function start() {
    byId("panel-button").addEventListener("click", () => togglePanel());
    for (const name of NAMES) {
      tabOf(name).addEventListener("click", () => open(name));
      tabOf(name).addEventListener("keydown", onKey);
      byId(name).setAttribute("role", "tabpanel");
      byId(name).setAttribute("aria-labelledby", `tab-${name}`);
    }
    document.querySelector(".skip").addEventListener("click", () => {
      togglePanel(true);
      open("outline");
    });
    listen("choose", ({ open: opens }) => {
      if (state.chosen !== null && opens) {
        open("claim");
      }
    });
    open(NAMES[0]);
  }

  return { start, open, togglePanel };
})();
