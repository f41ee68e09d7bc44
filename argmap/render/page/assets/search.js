// --- search in the texts, ids and numbers of claims ---

const search = (() => {
  const input = byId("query");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const texts = [...claims.values()].map((claim) => [
    claim.id,
    fold(`${claim.text} ${claim.id} ${claim.number || ""}`),
  ]);
  let hits = [];
  let place = -1;

  function find() {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    hits = words.length ? texts.filter(([, text]) => words.every((word) => text.includes(word))).map(([id]) => id) : [];
    place = -1;
    show();
  }

  function show() {
    picture.mark("hit", hits);
    picture.mark("here", place < 0 ? [] : [hits[place]]);
    const none = input.value.trim() ? "none" : "";
    byId("count").textContent = hits.length ? `${place < 0 ? "" : `${place + 1} of `}${hits.length}` : none;
  }

  function go(step) {
    if (!hits.length) {
      return;
    }
    place = (place + step + (place < 0 && step < 0 ? 1 : 0) + hits.length) % hits.length;
    choose(hits[place], { focused: false });
    show();
    announce(`${place + 1} of ${hits.length}: ${nameOf(hits[place])}`);
  }

  function clear() {
    input.value = "";
    find();
  }

  function start() {
    input.addEventListener("input", find);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        go(event.shiftKey ? -1 : 1);
      }
    });
    byId("search").addEventListener("submit", (event) => {
      event.preventDefault();
      go(1);
    });
    byId("previous").addEventListener("click", () => go(-1));
  }

  return { start, clear, focus: () => input.select() };
})();
