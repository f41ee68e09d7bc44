// --- chips: small labels on the edges of cards, made from the data, so that no layer needs another layout ---

const chips = (() => {
  const HEIGHT = 12;
  const GAP = 3;

  const widthOf = (text) =>
    9 +
    [...text].reduce(
      (sum, letter) => sum + (letter.codePointAt(0) > 0x2e7f ? 9 : /[A-ZMW✓✗◆]/u.test(letter) ? 6.6 : 4.9),
      0,
    );

  function chip(text, kind, x, y) {
    const width = widthOf(text);
    return svgEl(
      "g",
      { class: `chip ${kind}`, "aria-hidden": "true" },
      svgEl("rect", { x, y, width, height: HEIGHT, rx: HEIGHT / 2 }),
      svgEl("text", { x: x + 4.5, y: y + 9 }, text),
    );
  }

  /** As much of the text as a chip of this width holds, with an ellipsis if that is not all. */
  function fit(text, width) {
    let most = text.length;
    while (most > 1 && widthOf(shorten(text, most)) > width) {
      most -= 1;
    }
    return shorten(text, most);
  }

  /** Where two chips at the foot of a card would meet, the right one is only its sign, and the left one is cut. */
  function sideBySide(found, room) {
    const right = found.filter(([, kind]) => kind === "bearing");
    const taken = (chips) => chips.reduce((sum, [text]) => sum + widthOf(text) + GAP, 0);
    const left = found.filter(([, kind]) => kind === "party" || kind === "folded");
    if (!left.length || taken([...left, ...right]) - GAP <= room) {
      return found;
    }
    const sign = ([text]) => text.slice(0, 1);
    const rest = room - taken(right.map((one) => [sign(one)]));
    return found.map((one) => right.includes(one) ? [sign(one), one[1]] : left.includes(one) ? [fit(one[0], rest), one[1]] : one);
  }

  const CORNERS = { party: ["bottom", "left"], folded: ["bottom", "left"], bearing: ["bottom", "right"] };

  /**
   * Set chips on the border of a card: label and number above on the right, as the word of its step may stand close
   * above on the left; who says it below on the left, clear of the line that leads down; load-bearing on the right.
   */
  function dress(card, found) {
    const { shift } = view;
    const left = card.box.x - shift.x;
    const top = card.box.y - shift.y;
    const right = { top: left + card.box.width - 8, bottom: left + card.box.width - 8 };
    for (const [text, kind] of sideBySide(found, card.box.width - 36 - 8)) {
      const [edge, side] = CORNERS[kind] || ["top", "right"];
      const y = edge === "top" ? top - 9 : top + card.box.height - HEIGHT + 8; // what the card says stays free
      right[edge] -= side === "right" ? widthOf(text) + GAP : 0;
      card.group.append(chip(text, kind, side === "right" ? right[edge] + GAP : left + 36, y));
    }
  }

  function chipsOf(card) {
    const claim = claims.get(card.id);
    const found = [];
    if (claim && layers.has("load-bearing") && bearing.get(state.stance).has(card.id)) {
      found.push(["◆ load-bearing", "bearing"]);
    }
    if (claim && layers.has("parties") && !state.collapsed.has(card.id) && claim.by) {
      found.push([shorten(parties.get(claim.by) || `[${claim.by}]`, 24), "party"]);
    }
    if (claim && layers.has("numbers") && claim.number) {
      found.push([claim.number, "number"]);
    }
    return found;
  }

  /** Cards that show the same as before keep their chips: to lay out new text takes most of the time. */
  function draw() {
    for (const card of picture.cards.filter(({ isGap }) => !isGap)) {
      const found = labelChip(card).concat(card.isReference ? [] : [...chipsOf(card), ...foldedChip(card)]);
      if (String(found) !== String(card.chips || [])) {
        strip(card);
        dress(card, found);
        card.chips = found;
      }
    }
    for (const pill of picture.pills) {
      strip(pill);
      addScheme(pill);
    }
    paintVerdicts();
  }

  const strip = ({ group }) => group.querySelectorAll(".chip").forEach((old) => old.remove());

  function labelChip(card) {
    const label = layers.has("labels") && labelOf(card.id);
    return label ? [[WORDS[label.label], label.label]] : [];
  }

  /** "+ 3 below" at the foot of a card whose argument is hidden. */
  function foldedChip(card) {
    return state.collapsed.has(card.id) ? [[`+ ${collapse.count(card.id)} below`, "folded"]] : [];
  }

  /** The scheme of a step, and in the label layer its label, beside its word. */
  function addScheme(pill) {
    const step = steps.get(pill.id);
    if (!step || pill.isGap) {
      return;
    }
    const { shift } = view;
    let x = pill.box.x - shift.x + pill.box.width + 14; // the head of an attack on the step stays in sight
    const y = pill.box.y - shift.y + (pill.box.height - HEIGHT) / 2;
    const label = layers.has("labels") && labelOf(pill.id);
    if (label && label.label !== "in") {
      pill.group.append(chip(WORDS[label.label], label.label, x, y));
      x += widthOf(WORDS[label.label]) + GAP;
    }
    if (layers.has("schemes") && step.scheme) {
      pill.group.append(chip(shorten(step.scheme.replace(/^Argument from /i, ""), 30), "scheme", x, y));
    }
  }

  function paintVerdicts() {
    for (const thing of [...picture.cards, ...picture.pills]) {
      const label = thing.isGap ? null : labelOf(thing.id);
      for (const word of ["in", "out", "undecided"]) {
        thing.group.classList.toggle(`label-${word}`, label !== null && label.label === word);
      }
    }
  }

  return { draw };
})();
