// --- keys: each does what a button does; those of one character can be switched off ---

const keys = (() => {
  const help = byId("help");
  let areOn = true;

  const onChosen = (action) => () => state.chosen !== null && action(state.chosen);
  const supposeOr = (what) => onChosen((id) => suppose(id, state[what].has(id) ? "" : what));

  /** Go to a list: to what is chosen in it, or else to its tab. */
  function openTab(name) {
    tabs.togglePanel(true);
    tabs.open(name, { focus: true });
    tabs.goToCurrent(name);
  }

  const SHORT = [
    ["+", "zoom in", view.closer],
    ["-", "zoom out", view.farther],
    ["0", "show all of the picture", view.whole],
    ["z", "close up: the chosen claim and what bears on it", picture.closeUp],
    ["/", "search", () => search.focus()],
    [
      "c",
      "hide or show what is below the chosen claim",
      onChosen((id) => claims.has(id) && on(id).length && collapse.toggle(id)),
    ],
    ["r", "what if the chosen claim is rejected", supposeOr("reject")],
    ["a", "what if it is accepted", supposeOr("accept")],
    ["x", "suppose nothing", () => supposeNothing()],
    ["f", "findings", () => openTab("findings")],
    ["o", "outline", () => openTab("outline")],
    ["p", "hide or show the panel", () => tabs.togglePanel()],
    ["?", "this list", () => open()],
  ];

  const LONG = [
    ["Tab", "from part to part; in the picture, to the cards"],
    ["← ↑ → ↓", "from card to card; on the picture itself, or with Shift, move it"],
    ["Enter", "choose a card, or let go of it; in the search field, go to the next match, with Shift to the one before"],
    ["Esc", "close this list, clear the search, then let go of what is chosen"],
    [`1 – ${layers.names.length}`, "the layers, in their order"],
  ];

  function row([key, what]) {
    return [el("dt", {}, el("kbd", {}, key)), el("dd", {}, what)];
  }

  function open() {
    if (!help.open) {
      help.showModal();
    }
  }

  function escape() {
    if (byId("query").value) {
      search.clear();
    } else {
      letGo();
    }
  }

  function isTyping(target) {
    return target.matches("input, select, textarea");
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) {
      return;
    }
    if (event.key === "Escape") {
      escape();
      return;
    }
    if (!areOn || isTyping(event.target)) {
      return;
    }
    const layer = layers.names[Number(event.key) - 1];
    const key = event.key === "=" ? "+" : event.key.toLowerCase();
    const [, , action] = SHORT.find(([name]) => name === key) || [];
    if (layer || action) {
      event.preventDefault();
      (action || (() => layers.toggle(layer)))();
    }
  }

  function start() {
    const single = button(
      "Single keys: on",
      () => {
        areOn = !areOn;
        single.textContent = `Single keys: ${areOn ? "on" : "off"}`;
        single.setAttribute("aria-pressed", String(areOn));
      },
      { "aria-pressed": "true", id: "single-keys" },
    );
    help.append(
      el("h2", { id: "help-heading" }, "Keys"),
      el("dl", {}, ...[...LONG, ...SHORT].flatMap(row)),
      el(
        "div",
        { class: "actions" },
        single,
        button("Close", () => help.close(), { id: "close-help", autofocus: true }),
      ),
    );
    byId("help-button").addEventListener("click", open);
    document.addEventListener("keydown", onKey);
  }

  return { start };
})();
