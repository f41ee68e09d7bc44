// The picture of a map in a notebook. It loads nothing; texts become text nodes, and the SVG is parsed as XML.

const SVG = "http://www.w3.org/2000/svg";
const SMALLEST = 0.7; // notebooks shrink what is wider than a cell; at this its text is 11 pixels high
const WORDS = { in: "✓ in", out: "✗ out", undecided: "? undecided" };

/** Make an element; properties that start with "on" are listeners, the rest are attributes. */
function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else {
      made.setAttribute(name, value);
    }
  }
  made.append(...children);
  return made;
}

function parse(text) {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return root.namespaceURI === SVG ? document.importNode(root, true) : el("p", {}, "There is no picture.");
}

/** Make a box around a card, and a place for its label. */
function equip(group) {
  const ring = document.createElementNS(SVG, "rect");
  const word = document.createElementNS(SVG, "text");
  ring.setAttribute("class", "argmap-ring");
  word.setAttribute("class", "argmap-word");
  group.append(ring, word);
}

/** Put the box around the card as it is drawn, and the label on its upper edge. */
function place(group) {
  const { x, y, width, height } = group.querySelector("rect, path").getBBox();
  const put = (name, spot) => Object.entries(spot).forEach(([key, value]) => group.querySelector(name).setAttribute(key, value));
  put(".argmap-ring", { x: x - 3, y: y - 3, width: width + 6, height: height + 6, rx: 8 });
  put(".argmap-word", { x: x + width, y: y - 5 });
}

function render({ model, el: host }) {
  const picture = parse(model.get("picture"));
  const stage = el("div", { class: "argmap-stage" }, picture);
  picture.style.minWidth = `${SMALLEST * (parseFloat(picture.getAttribute("width")) || 0)}px`;
  const said = el("p", { class: "argmap-said", "aria-live": "polite" });
  const tools = el("div", { class: "argmap-tools", role: "group", "aria-label": "What if" });
  host.classList.add("argmap-view");
  host.replaceChildren(stage, el("div", { class: "argmap-bar" }, said, tools));

  const things = [...picture.querySelectorAll("[data-element]")];
  const cards = things.filter((group) => !group.classList.contains("argmap-gap"));
  const nameOf = (id) => cards.find((group) => group.dataset.element === id)?.getAttribute("aria-label") || `Step [${id}]`;
  const isSupposing = () => model.get("accept").length + model.get("reject").length > 0;

  function choose(id) {
    model.set("selected", id);
    model.save_changes();
  }

  /** Accept or reject what is chosen, or take that back. */
  function suppose(what) {
    const id = model.get("selected");
    for (const list of ["accept", "reject"]) {
      const others = model.get(list).filter((other) => other !== id);
      model.set(list, list === what && others.length === model.get(list).length ? [...others, id] : others);
    }
    model.save_changes();
  }

  function reset() {
    model.set("accept", []);
    model.set("reject", []);
    model.save_changes();
  }

  function showTools(id) {
    const had = tools.contains(document.activeElement) ? document.activeElement.dataset.action : "";
    const action = (name, word, onclick, isOn) => el("button", { type: "button", onclick, "data-action": name, "aria-pressed": String(isOn) }, word);
    const chosen = id === null ? [] : [["reject", "Reject"], ["accept", "Accept"]].map(([name, word]) => action(name, word, () => suppose(name), model.get(name).includes(id)));
    const all = isSupposing() ? [el("button", { type: "button", onclick: reset, "data-action": "reset" }, "Reset all")] : [];
    tools.replaceChildren(...chosen, ...all);
    tools.querySelector(`[data-action="${had || "none"}"]`)?.focus();
  }

  function show() {
    const id = model.get("selected");
    const labels = model.get("labels");
    const changed = new Set(model.get("changed"));
    for (const group of cards) {
      const own = group.dataset.element;
      const label = isSupposing() ? labels[own] : undefined;
      group.classList.toggle("argmap-chosen", own === id);
      group.classList.toggle("argmap-changed", changed.has(own));
      group.setAttribute("aria-pressed", String(own === id));
      group.querySelector(".argmap-word").textContent = WORDS[label] || "";
    }
    const verdict = id !== null && isSupposing() ? ` ${WORDS[labels[id]]}` : "";
    said.textContent = id === null ? "Click a card to choose it." : `[${id}] ${nameOf(id)}${verdict}`;
    showTools(id);
  }

  /** Scroll the picture, and not the notebook, to what is chosen. */
  function reveal() {
    const box = cards.find((group) => group.dataset.element === model.get("selected"))?.getBoundingClientRect();
    const room = stage.getBoundingClientRect();
    const past = (start, end, from, to) => (start < from ? start - from : Math.max(end - to, 0));
    if (box) {
      stage.scrollBy(past(box.left, box.right, room.left, room.right), past(box.top, box.bottom, room.top, room.bottom));
    }
  }

  const toggle = (group) => choose(group.dataset.element === model.get("selected") ? null : group.dataset.element);

  cards.forEach((group) => {
    equip(group);
    group.setAttribute("role", "button");
    group.setAttribute("tabindex", "0");
    group.removeAttribute("aria-hidden");
    if (!group.hasAttribute("aria-label")) {
      group.setAttribute("aria-label", `Step [${group.dataset.element}]`);
    }
  });
  things.forEach((group) => group.addEventListener("click", () => toggle(group)));
  host.addEventListener("keydown", (event) => {
    const group = event.target.closest("[data-element]");
    if (group && (event.key === "Enter" || event.key === " ")) {
      toggle(group);
      event.preventDefault();
    }
    event.stopPropagation(); // else the notebook would take keys for its own
  });

  // JupyterLab shows the view only after this has run: until then nothing in it has a size.
  const shown = new ResizeObserver(() => {
    cards.forEach(place);
    reveal();
  });
  shown.observe(stage);

  const events = ["selected", "labels", "changed", "accept", "reject"].map((name) => `change:${name}`);
  events.forEach((event) => model.on(event, show));
  model.on("change:selected", reveal);
  show();
  return () => {
    shown.disconnect();
    events.forEach((event) => model.off(event, show));
    model.off("change:selected", reveal);
  };
}

export default { render };
