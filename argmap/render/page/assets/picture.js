// --- the cards and words of the picture: choosing them, moving between them, marking them ---

const picture = (() => {
  const { shift } = view;
  const split = (text) => (text || "").split(" ").filter(Boolean);

  function boxOf(group) {
    const shape = group.querySelector("rect, path");
    const { x, y, width, height } = shape.getBBox();
    return { x: x + shift.x, y: y + shift.y, width, height, round: Number(shape.getAttribute("rx")) || 0 };
  }

  /** Everything that is drawn of an element; a claim can have several cards, those with `see` only refer to it. */
  const cards = [...svg.querySelectorAll(".argmap-card")].map((group) => ({
    group,
    id: group.dataset.element,
    under: split(group.dataset.under),
    isReference: "see" in group.dataset,
    isGap: group.classList.contains("argmap-gap"),
    box: boxOf(group),
  }));
  const pills = [...svg.querySelectorAll(".argmap-pill[data-element]")].map((group) => ({
    group,
    id: group.dataset.element,
    isGap: group.classList.contains("argmap-gap"),
    box: boxOf(group),
  }));
  const links = [...svg.querySelectorAll("[data-step]")].map((group) => ({ group, id: group.dataset.step }));
  const stops = [...cards.filter((card) => !card.isGap), ...pills.filter((pill) => !pill.isGap)];
  let stop = null;

  function ring(thing, name, room) {
    const { x, y, width, height, round } = thing.box;
    const place = {
      x: x - shift.x - room,
      y: y - shift.y - room,
      width: width + 2 * room,
      height: height + 2 * room,
      rx: round + room,
    };
    thing.group.append(svgEl("rect", { class: name, ...place }));
  }

  /** Make a card a button; of all of them one is on the way of the tab key, and arrows lead from it to the others. */
  function equip(thing) {
    ring(thing, "verdict-ring", 0);
    ring(thing, "ring", thing.isReference ? 2 : 4);
    thing.group.setAttribute("role", "button");
    thing.group.setAttribute("aria-pressed", "false");
    thing.group.setAttribute("tabindex", "-1");
    thing.group.removeAttribute("aria-hidden");
    if (!thing.group.hasAttribute("aria-label")) {
      thing.group.setAttribute("aria-label", `Step: ${nameOf(thing.id)}`);
    }
    thing.group.addEventListener("click", (event) => press(thing.id, event.detail));
    thing.group.addEventListener("focus", () => setStop(thing));
  }

  /** A card is a button that stays down: pressed again it lets go. The second click of a double click is no press. */
  function press(id, clicks = 0) {
    if (clicks < 2) {
      choose(state.chosen === id && state.focused ? null : id, { move: false });
    }
  }

  function setStop(thing) {
    if (stop) {
      stop.group.setAttribute("tabindex", "-1");
    }
    stop = thing;
    stop.group.setAttribute("tabindex", "0");
  }

  const isShown = (thing) => !thing.group.classList.contains("gone");

  /** The card that stands for a claim: its own, not one that refers to it; the word of a step. */
  function homeOf(id) {
    const own = cards.filter((card) => card.id === id && !card.isGap);
    return own.find((card) => !card.isReference) || own[0] || pills.find((pill) => pill.id === id && !pill.isGap);
  }

  /** The tab key goes on leading to a card that is in sight. */
  function keepStop() {
    if (stop && !isShown(stop)) {
      const hadFocus = stop.group === document.activeElement;
      const home = homeOf(state.chosen);
      setStop(home && isShown(home) ? home : stops.find(isShown));
      if (hadFocus) {
        stop.group.focus({ preventScroll: true });
      }
    }
  }

  function reveal(id) {
    const home = homeOf(id);
    if (home && isShown(home)) {
      view.reveal(home.box);
      setStop(home);
    }
  }

  /** The box about a claim and its steps with what they start from, or about a step with that: its next of kin. */
  function kin(id) {
    const near = [homeOf(id)];
    for (const step of claims.has(id) ? on(id) : [steps.get(id)]) {
      near.push(pills.find((pill) => pill.id === step.id && !pill.isGap));
      for (const premise of used.get(step.id)) {
        const refers = (card) => card.isReference && card.id === premise && card.under.includes(step.id);
        near.push(cards.find(refers) || homeOf(premise));
      }
    }
    const boxes = near.filter((thing) => thing && isShown(thing)).map((thing) => thing.box);
    const x = Math.min(...boxes.map((box) => box.x)) - 12;
    const y = Math.min(...boxes.map((box) => box.y)) - 12;
    const width = Math.max(...boxes.map((box) => box.x + box.width)) + 12 - x;
    return { x, y, width, height: Math.max(...boxes.map((box) => box.y + box.height)) + 12 - y };
  }

  /** Bring what is chosen, or else a main claim, and what bears on it as close as can be. */
  function closeUp() {
    const home = homeOf(state.chosen) || stop;
    if (home) {
      view.closeUp(kin(home.id), middle(home));
      announce(`Close up: ${nameOf(home.id)}`);
    }
  }

  const middle = ({ box }) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

  /** Move to the nearest card in a direction; what lies off to the side counts as farther away. */
  function move(dx, dy) {
    const here = middle(stop);
    let best = null;
    let least = Infinity;
    for (const other of stops) {
      const there = middle(other);
      const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
      const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
      const distance = along + 2.5 * aside;
      if (other !== stop && isShown(other) && along > 4 && distance < least) {
        best = other;
        least = distance;
      }
    }
    if (best) {
      best.group.focus({ preventScroll: true });
      view.reveal(best.box);
    }
  }

  /** Put a class on everything that is drawn of some elements, and on nothing else. */
  function mark(name, ids) {
    const wanted = new Set(ids);
    for (const thing of [...cards, ...pills]) {
      thing.group.classList.toggle(name, wanted.has(thing.id) && !(thing.isGap && name !== "lit"));
    }
  }

  /** Light the line of reasoning of what is chosen. A card that refers to a claim belongs to the step above it. */
  function light() {
    const id = state.focused ? state.chosen : null;
    svg.classList.toggle("focusing", id !== null);
    const way = id === null ? [] : [...above(id)];
    // Reasons that work only together belong to the line together.
    const together = way.flatMap((other) => (claims.has(other) ? [] : used.get(other) || []));
    const lit = new Set(id === null ? [] : [...way, ...together, ...below(id)]);
    for (const card of cards) {
      const isIn = card.isReference ? card.id === id || card.under.some((step) => lit.has(step)) : lit.has(card.id);
      card.group.classList.toggle("lit", isIn);
    }
    [...pills, ...links].forEach((thing) => thing.group.classList.toggle("lit", lit.has(thing.id)));
  }

  function onKey(event) {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const onCard = event.target !== stage;
    if (event.key in arrows && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const [dx, dy] = arrows[event.key];
      if (onCard && !event.shiftKey) {
        move(dx, dy);
      } else {
        view.panBy(dx * 80, dy * 80);
      }
    } else if (onCard && (event.key === "Enter" || event.key === " ")) {
      press(event.target.closest("[data-element]").dataset.element);
    } else {
      return;
    }
    event.preventDefault();
  }

  function start() {
    stops.forEach(equip);
    cards
      .filter((card) => card.isGap)
      .forEach((card) => card.group.addEventListener("click", (event) => press(card.id, event.detail)));
    stage.addEventListener("click", ({ target }) => target.closest("[data-element]") || letGo());
    stage.addEventListener("dblclick", ({ target, clientX, clientY }) => {
      const thing = target.closest("[data-element]");
      if (thing) {
        choose(thing.dataset.element, { move: false });
        closeUp();
      } else {
        view.approach(clientX, clientY);
      }
    });
    stage.setAttribute("tabindex", "0");
    stage.setAttribute("role", "group");
    stage.setAttribute(
      "aria-label",
      "Picture of the argument. Arrow keys move it, plus and minus zoom, 0 shows all of it. Tab leads to the cards.",
    );
    svg.removeAttribute("role");
    svg.removeAttribute("aria-label");
    stage.addEventListener("keydown", onKey);
    const first = data.main.map(homeOf).find(Boolean) || stops[0];
    if (first) {
      setStop(first);
    }
    view.open(first ? first.box : null);
    listen("choose", ({ move: moves }) => {
      stops.forEach((thing) => {
        const isChosen = thing.id === state.chosen;
        thing.group.classList.toggle("chosen", isChosen);
        thing.group.setAttribute("aria-pressed", String(isChosen));
      });
      light();
      if (state.chosen !== null && moves) {
        reveal(state.chosen);
      }
    });
    listen("folded", () => {
      light();
      keepStop();
    });
  }

  return { cards, pills, links, start, mark, homeOf, isShown, middle, closeUp };
})();
