// --- bring the options into an order, by buttons ---

widgets.order = (item, number, changed) => {
  const options = new Map(item.options.map((option) => [option.id, option]));
  const list = el("ol", { class: "order-list" });
  const aside = el("ul", { class: "order-list" });
  const asideBlock = el("div", { class: "left-out", hidden: true }, el("p", { class: "hint" }, "Left out"), aside);
  const canLeaveOut = item.key.length < item.options.length;
  let order = item.options.map(({ id }) => id);
  let out = [];

  /** Buttons at the ends stay where they are, so that the focus does; they only say that they do nothing. */
  function mover(id, by, arrow, word) {
    const { text } = options.get(id);
    return button(arrow, () => move(id, by), { class: "move", "data-by": by, "aria-label": `${word}: ${shorten(text, 60)}` });
  }

  function leaver(id) {
    const isOut = out.includes(id);
    const word = isOut ? "Put back" : "Leave out";
    return button(word, () => toggle(id), { class: "leave", "aria-label": `${word}: ${shorten(options.get(id).text, 60)}` });
  }

  const rows = new Map(item.options.map(({ id, text }) => {
    const tools = el("span", { class: "tools" });
    return [id, { element: el("li", {}, said(text), tools), tools }];
  }));

  function draw() {
    order.forEach((id, place) => {
      const up = mover(id, -1, "↑", "Up");
      const down = mover(id, 1, "↓", "Down");
      up.setAttribute("aria-disabled", String(place === 0));
      down.setAttribute("aria-disabled", String(place === order.length - 1));
      rows.get(id).tools.replaceChildren(up, down, ...(canLeaveOut ? [leaver(id)] : []));
    });
    out.forEach((id) => rows.get(id).tools.replaceChildren(leaver(id)));
    list.replaceChildren(...order.map((id) => rows.get(id).element));
    aside.replaceChildren(...out.map((id) => rows.get(id).element));
    asideBlock.hidden = out.length === 0;
  }

  function move(id, by) {
    const place = order.indexOf(id);
    const next = place + by;
    if (next < 0 || next >= order.length) {
      announce(by < 0 ? "It is the first already" : "It is the last already");
      return;
    }
    [order[place], order[next]] = [order[next], order[place]];
    draw();
    rows.get(id).tools.querySelector(`[data-by="${by}"]`).focus();
    announce(`${quoted(options.get(id).text)} is now ${next + 1} of ${order.length}`);
    changed();
  }

  function toggle(id) {
    const isOut = out.includes(id);
    order = isOut ? [...order, id] : order.filter((other) => other !== id);
    out = isOut ? out.filter((other) => other !== id) : [...out, id];
    draw();
    rows.get(id).tools.querySelector(".leave").focus();
    announce(`${quoted(options.get(id).text)} is ${isOut ? `number ${order.length}` : "left out"}`);
    changed();
  }

  function tell(response) {
    const key = new Set(item.key);
    const name = (id) => said(options.get(id).text);
    const strange = response.filter((id) => !key.has(id)).map((id) => line("wrong", name(id), " does not belong here."));
    const left = item.key.filter((id) => !response.includes(id)).map((id) => line("wrong", name(id), " is left out."));
    const turned = scoring
      .inversions(item, response.filter((id) => key.has(id)))
      .slice(0, 5)
      .map(([first, second]) => line("wrong", name(first), " stands before ", name(second), ", which has to come first."));
    return [...strange, ...left, ...turned];
  }

  draw();
  return {
    element: el(
      "fieldset",
      { class: "ordering" },
      el("legend", {}, "Move each to its place"),
      list,
      asideBlock,
    ),
    missing: () => "Put at least one in its place first.",
    read: () => (order.length ? [...order] : null),
    save: () => [order, out],
    restore([kept, left]) {
      order = kept;
      out = left;
      draw();
    },
    tell,
    untell: () => undefined,
    solution: () => el("ol", {}, item.key.map((id) => el("li", {}, said(options.get(id).text)))),
  };
};
