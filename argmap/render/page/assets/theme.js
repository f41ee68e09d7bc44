// --- light or dark: as the system says, or as the reader does ---

const theme = (() => {
  const NAMES = ["auto", "light", "dark"];
  const KEY = "argmap-colours";

  /** Some browsers keep nothing for pages that are opened as files, and say so by an error. */
  function remember(name) {
    try {
      localStorage.setItem(KEY, name);
    } catch {
      return;
    }
  }

  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function set(name) {
    if (name === "auto") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = name;
    }
    byId("theme").textContent = `Colours: ${name}`;
    byId("theme").dataset.name = name;
  }

  function start() {
    const kept = remembered();
    set(NAMES.includes(kept) ? kept : document.documentElement.dataset.theme || "auto");
    byId("theme").addEventListener("click", () => {
      const next = NAMES[(NAMES.indexOf(byId("theme").dataset.name) + 1) % NAMES.length];
      set(next);
      remember(next);
    });
  }

  return { start };
})();
