// --- hiding what is below a claim, in the picture and in the outline ---

const collapse = (() => {
  const all = [...claims.keys(), ...steps.keys()];
  const panels = [...svg.querySelectorAll(".argmap-part")].map((group) => ({ group, box: group.getBBox() }));
  let hidden = new Set();

  /** What is reached from the top when nothing leads below a collapsed claim; what nothing leads to is a top too. */
  function findShown() {
    const next = (id) => (state.collapsed.has(id) ? [] : downwards(id));
    const whole = reach(data.main, downwards);
    const tops = [...data.main];
    const isTop = (id) => claims.has(id) && !from(id).length;
    for (const id of [...all.filter(isTop), ...all]) {
      // of a circle that nothing leads to, one member is its top
      if (!whole.has(id)) {
        tops.push(id);
        reach([id], downwards).forEach((other) => whole.add(other));
      }
    }
    return reach(tops, next);
  }

  /** How many claims are below a claim and nowhere else in sight if it is collapsed. */
  function count(id) {
    const was = state.collapsed.has(id);
    state.collapsed.delete(id);
    const open = findShown();
    state.collapsed.add(id);
    const closed = findShown();
    if (!was) {
      state.collapsed.delete(id);
    }
    return [...claims.keys()].filter((other) => open.has(other) && !closed.has(other)).length;
  }

  function hide(thing, isHidden) {
    thing.group.classList.toggle("gone", isHidden);
  }

  function update() {
    const shown = findShown();
    hidden = new Set(all.filter((id) => !shown.has(id)));
    for (const card of picture.cards) {
      const isCut = card.isReference && card.under.length > 0 && card.under.every((step) => hidden.has(step));
      hide(card, hidden.has(card.id) || isCut);
    }
    [...picture.pills, ...picture.links].forEach((thing) => hide(thing, hidden.has(thing.id)));
    hideEmptyParts();
    tell("folded");
  }

  /** A panel of the picture in columns that has nothing left in it goes too. */
  function hideEmptyParts() {
    const left = picture.cards.filter(picture.isShown);
    const { x: dx, y: dy } = view.shift;
    for (const panel of panels) {
      const { x, y, width, height } = panel.box;
      const holds = ({ box }) =>
        box.x - dx >= x && box.y - dy >= y && box.x - dx < x + width && box.y - dy < y + height;
      hide(panel, !left.some(holds));
    }
  }

  function toggle(id) {
    const isNew = !state.collapsed.delete(id);
    if (isNew) {
      state.collapsed.add(id);
    }
    update();
    announce(isNew ? `${plural(count(id), "claim", "claims")} below it hidden` : "What is below it is shown again");
  }

  /** Show a claim that is hidden: open what hides it. */
  function uncover(id) {
    if (hidden.has(id)) {
      [...above(id)].forEach((other) => other !== id && state.collapsed.delete(other));
      update();
    }
  }

  listen("choose", () => state.chosen !== null && uncover(state.chosen));
  function start() {
    if (state.collapsed.size) {
      update();
    }
  }

  return { start, toggle, count };
})();
