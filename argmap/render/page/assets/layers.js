// --- layers: what the picture shows beside the argument itself ---

const layers = (() => {
  const ALL = [
    ["roles", "Roles", "the colour of each card tells its role"],
    ["gaps", "Gaps", "where support is missing"],
    ["labels", "Labels", "what is in, out and undecided"],
    ["parties", "Who says it", "the party that says it, if not the author"],
    ["schemes", "Schemes", "the pattern that a step follows"],
    ["load-bearing", "Load-bearing", "claims without which a main claim falls"],
    ["numbers", "Numbers", "the place of each claim: level, step, claim"],
  ];
  const offered = ALL.filter(([name]) => name !== "roles" || data.roles);
  const shown = new Set(["roles", "gaps", ...data.layers]);
  const buttons = new Map();

  function show() {
    for (const [name] of offered) {
      buttons.get(name).setAttribute("aria-pressed", String(shown.has(name)));
      svg.classList.toggle(`with-${name}`, shown.has(name));
      svg.classList.toggle(`without-${name}`, !shown.has(name));
    }
    chips.draw();
    tell("layers");
  }

  function set(name, isOn) {
    if (isOn !== shown.has(name)) {
      toggle(name);
    }
  }

  function toggle(name) {
    if (!shown.delete(name)) {
      shown.add(name);
    }
    show();
    announce(`${offered.find(([other]) => other === name)[1]}: ${shown.has(name) ? "on" : "off"}`);
  }

  function start() {
    for (const [name, word, why] of offered) {
      buttons.set(
        name,
        button(word, () => toggle(name), { title: why, "data-layer": name }),
      );
    }
    byId("layers").append(...buttons.values());
    ["labels", "folded"].forEach((event) => listen(event, chips.draw));
    show();
  }

  return { start, set, toggle, has: (name) => shown.has(name), names: offered.map(([name]) => name) };
})();
