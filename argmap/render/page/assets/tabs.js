// --- the panel's sheets: the summary of a report, the claim, the findings, the outline ---

const tabs = (() => {
  const NAMES = ["summary", "claim", "findings", "outline"].filter((name) => byId(name));
  const tabOf = (name) => byId(`tab-${name}`);
  const main = document.querySelector("main");
  let current = NAMES[0];

  /** Where the panel is a part of a long page, what is told next begins at its top. */
  function startAtTop() {
    const panel = byId("details");
    if (panel.getBoundingClientRect().top < panel.firstElementChild.getBoundingClientRect().top - 1) {
      panel.scrollIntoView();
    }
  }

  const currentIn = (name) => byId(name).querySelector("[aria-current]");

  /** Move the focus to what is chosen in a list. */
  function goToCurrent(name) {
    const place = currentIn(name);
    if (place) {
      place.focus();
    }
  }

  function open(name, { focus = false } = {}) {
    const left = document.activeElement && document.activeElement.closest(".sheet");
    const place = currentIn(name);
    current = name;
    for (const other of NAMES) {
      const isOpen = other === name;
      tabOf(other).setAttribute("aria-selected", String(isOpen));
      tabOf(other).setAttribute("tabindex", isOpen ? "0" : "-1");
      byId(other).hidden = !isOpen;
    }
    if (focus) {
      tabOf(name).focus();
    } else if (left && left.hidden) {
      // What had the focus is out of sight.
      byId(name).focus({ preventScroll: true });
    }
    startAtTop();
    if (place) {
      place.scrollIntoView({ block: "nearest" });
    }
  }

  function onKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      open(NAMES[(NAMES.indexOf(current) + step + NAMES.length) % NAMES.length], { focus: true });
    }
  }

  /** Without the panel the picture has the whole window, for a projector. */
  function togglePanel(isOpen = main.classList.contains("wide")) {
    if (isOpen !== main.classList.contains("wide")) {
      return;
    }
    if (!isOpen && byId("details").contains(document.activeElement)) {
      byId("panel-button").focus();
    }
    main.classList.toggle("wide", !isOpen);
    byId("panel-button").setAttribute("aria-expanded", String(isOpen));
    announce(isOpen ? "The panel is shown" : "The panel is hidden");
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

  return { start, open, goToCurrent, togglePanel };
})();
