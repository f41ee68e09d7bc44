// --- chips: small labels on the edges of cards, made from the data, so that no layer needs another layout ---

const chips = (() => {
  const HEIGHT = 12;
  const GAP = 3;

  const widthOf = (text) => 9 + [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) > 0x2e7f ? 9 : /[A-ZMW✓✗◆]/u.test(letter) ? 6.6 : 4.9), 0);

  function chip(text, kind, x, y) {
    const width = widthOf(text);
    return svgEl("g", { class: `chip ${kind}`, "aria-hidden": "true" },
      svgEl("rect", { x, y, width, height: HEIGHT, rx: HEIGHT / 2 }),
      svgEl("text", { x: x + 4.5, y: y + 9 }, text));
  }

  /** Set chips along the upper edge of a card, from the right: on the left its step may stand close above. */
  function dress(card, found) {
    const shift = view.shift();
    const y = card.box.y - shift.y - 9; // the head of the card stays free
    let end = card.box.x - shift.x + card.box.width - 8;
    for (const [text, kind] of found) {
      end -= widthOf(text);
      card.group.append(chip(text, kind, end, y));
      end -= GAP;
    }
  }

  function chipsOf(card) {
    const claim = claims.get(card.id);
    const label = layers.has("labels") && labelOf(card.id);
    const found = label ? [[WORDS[label.label], label.label]] : [];
    if (claim && layers.has("bearing") && bearing.get(state.stance).has(card.id)) {
      found.push(["◆ load-bearing", "bearing"]);
    }
    if (claim && layers.has("parties") && claim.by) {
      found.push([shorten(parties.get(claim.by) || `[${claim.by}]`, 24), "party"]);
    }
    if (claim && layers.has("numbers") && claim.number) {
      found.push([claim.number, "number"]);
    }
    return found;
  }

  function draw() {
    svg.querySelectorAll(".chip").forEach((old) => old.remove());
    for (const card of picture.cards) {
      if (!card.isGap) {
        dress(card, card.isReference ? chipsOf(card).slice(0, 1) : chipsOf(card));
        addFolded(card);
      }
    }
    picture.pills.forEach(addScheme);
    paintVerdicts();
  }

  /** "+ 3" at the foot of a card whose argument is hidden. */
  function addFolded(card) {
    if (!card.isReference && state.collapsed.has(card.id)) {
      const shift = view.shift();
      const text = `+ ${collapse.count(card.id)} below`;
      const x = card.box.x - shift.x + 14;
      card.group.append(chip(text, "folded", x, card.box.y - shift.y + card.box.height - HEIGHT / 2));
    }
  }

  /** The scheme of a step, and in the label layer its label, beside its word. */
  function addScheme(pill) {
    const step = steps.get(pill.id);
    if (!step || pill.isGap) {
      return;
    }
    const shift = view.shift();
    let x = pill.box.x - shift.x + pill.box.width + GAP;
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
