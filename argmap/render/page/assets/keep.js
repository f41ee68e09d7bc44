// --- what the reader sees, as a value: a preview hands it to the page that it draws next ---

window.argmapPage = (() => {
  const main = document.querySelector("main");
  const sheets = () => [...document.querySelectorAll(".sheet")];
  const { isShown, middle } = picture;

  /** The card that stays where it is on the screen: the one that is chosen if it is in sight, else the nearest to the middle. */
  function anchor({ x, y, width, height }) {
    const inSight = (card) => Math.abs(middle(card).x - x) < width / 2 && Math.abs(middle(card).y - y) < height / 2;
    const chosen = state.chosen === null ? null : picture.homeOf(state.chosen);
    const distance = (card) => Math.hypot(middle(card).x - x, middle(card).y - y);
    const own = picture.cards.filter((card) => isShown(card) && !card.isGap && !card.isReference);
    const nearest = own.reduce((best, card) => (best === null || distance(card) < distance(best) ? card : best), null);
    const card = chosen && isShown(chosen) && inSight(chosen) ? chosen : nearest;
    return card ? { id: card.id, dx: x - middle(card).x, dy: y - middle(card).y } : null;
  }

  function keep() {
    const sight = view.sight();
    return {
      sight,
      anchor: anchor(sight),
      chosen: state.chosen,
      focused: state.focused,
      collapsed: [...state.collapsed],
      stance: state.stance,
      accept: [...state.accept],
      reject: [...state.reject],
      layers: layers.names.filter(layers.has),
      tab: document.querySelector("[role=tab][aria-selected=true]").getAttribute("aria-controls"),
      panel: !main.classList.contains("wide"),
      query: byId("query").value,
      scroll: sheets().map((sheet) => sheet.scrollTop),
      focus: focusOf(document.activeElement),
    };
  }

  function focusOf(element) {
    const drawn = svg.contains(element) ? element.closest("[data-element]") : null;
    return drawn ? { element: drawn.dataset.element } : { id: element.id };
  }

  function lookAgain({ sight, anchor: kept }) {
    const home = kept && picture.homeOf(kept.id);
    const place = home ? { x: middle(home).x + kept.dx, y: middle(home).y + kept.dy } : {};
    view.look({ ...sight, ...place });
  }

  /** Show the same again as far as it is still there; what was chosen or supposed and is gone is let go. */
  function restore(kept) {
    byId("stance").value = kept.stance;
    state.stance = kept.stance;
    kept.accept.filter(isKnown).forEach((id) => state.accept.add(id));
    kept.reject.filter(isKnown).forEach((id) => state.reject.add(id));
    relabel();
    choose(kept.chosen !== null && isKnown(kept.chosen) ? kept.chosen : null, { move: false, open: false, focused: kept.focused });
    kept.collapsed.filter((id) => claims.has(id) && on(id).length).forEach(collapse.toggle);
    layers.names.forEach((name) => layers.set(name, kept.layers.includes(name)));
    byId("query").value = kept.query;
    byId("query").dispatchEvent(new Event("input"));
    tabs.togglePanel(kept.panel);
    tabs.open(kept.tab);
    lookAgain(kept);
    sheets().forEach((sheet, number) => { sheet.scrollTop = kept.scroll[number]; });
    announce("");
  }

  /** Give the focus back to what had it; the page must be in sight. */
  function refocus(kept) {
    const had = (kept && kept.focus) || {};
    const home = had.element === undefined ? null : picture.homeOf(had.element);
    const found = home ? home.group : had.id ? byId(had.id) : null;
    if (found) {
      found.focus({ preventScroll: true });
    }
  }

  return { keep, restore, refocus };
})();
