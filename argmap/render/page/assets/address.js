// --- the address names the claim or step that is chosen, so that a link can lead to it ---

const address = (() => {
  const MARK = "#claim=";

  /** The id in the address; null if it has none, and what stands there as it is if that is no encoded text. */
  function named() {
    const { hash } = location;
    if (!hash.startsWith(MARK)) {
      return null;
    }
    try {
      return decodeURIComponent(hash.slice(MARK.length));
    } catch {
      return hash.slice(MARK.length);
    }
  }

  /** Browsers refuse this to a page that has no address of its own, and after many changes in a short time. */
  function write() {
    const { chosen } = state;
    try {
      history.replaceState(null, "", chosen === null ? location.href.split("#")[0] : MARK + encodeURIComponent(chosen));
    } catch {
      return;
    }
  }

  function follow() {
    const id = named();
    if (id === null || id === state.chosen) {
      return;
    }
    if (isKnown(id)) {
      choose(id);
    } else {
      const note = `The address of the page names [${shorten(id, 60)}], which is not in this map.`;
      letGo();
      panel.show(note);
      announce(note);
    }
  }

  function start() {
    follow();
    addEventListener("hashchange", follow);
    listen("choose", write);
  }

  return { start };
})();
