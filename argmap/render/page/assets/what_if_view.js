// --- what if: the strip below the picture that tells what stands, and what the suppositions change ---

const whatIf = (() => {
  const strip = byId("strip");
  const VERBS = {
    out: ["falls", "fall"],
    in: ["stands", "stand"],
    undecided: ["is left undecided", "are left undecided"],
  };

  function tally() {
    const counts = { in: 0, out: 0, undecided: 0 };
    [...claims.keys()].forEach((id) => {
      counts[labelOf(id).label] += 1;
    });
    return `Claims: ${counts.in} in, ${counts.out} out, ${counts.undecided} undecided`;
  }

  /** What is supposed, as words for each supposition. */
  function supposed() {
    const words = (ids, verb) => [...ids].map((id) => `${verb} “${shorten(nameOf(id), 60)}”`);
    return [...words(state.reject, "reject"), ...words(state.accept, "accept")].join(" and ");
  }

  /** Changes of claims that are not themselves supposed: those are what a reader asks about. */
  const effects = () =>
    state.changes.filter(({ id }) => claims.has(id) && !state.accept.has(id) && !state.reject.has(id));

  function summary() {
    const found = effects();
    const told = Object.entries(VERBS).flatMap(([label, [one, many]]) => {
      const group = found.filter((change) => change.after === label);
      return group.length ? [`${plural(group.length, `claim ${one}`, `claims ${many}`)}`] : [];
    });
    return told.length ? told.join(", ") : "no other claim changes";
  }

  function change({ id, before, after }) {
    return el(
      "li",
      { class: "marked" },
      link(id),
      el("span", { class: `label ${after}` }, `${WORDS[before]} → ${WORDS[after]}`),
    );
  }

  /** Main claims first: they are what the argument is for. */
  function sorted(found) {
    const isMain = ({ id }) => (data.main.includes(id) ? 0 : 1);
    return [...found].sort((one, other) => isMain(one) - isMain(other));
  }

  function show() {
    const hadFocus = strip.contains(document.activeElement);
    const wanted = isSupposing() || layers.has("labels");
    strip.hidden = !wanted;
    strip.replaceChildren(...(wanted ? content() : []));
    // What had the focus is gone.
    if (hadFocus) {
      (byId("reset-all") || stage).focus({ preventScroll: true });
    }
  }

  function content() {
    const row = el("div", { class: "row" }, el("span", { class: "tally" }, tally()));
    const parts = [row];
    if (isSupposing()) {
      row.append(
        el("span", { id: "supposed" }, `If you ${supposed()}: ${summary()}.`),
        button("Reset all", supposeNothing, { id: "reset-all" }),
      );
      parts.push(el("ul", {}, ...sorted(effects()).map(change)));
    }
    return parts;
  }

  function update() {
    if (isSupposing()) {
      layers.set("labels", true); // the answer stands on the cards
    }
    picture.mark(
      "changed",
      state.changes.map(({ id }) => id),
    );
    show();
    announce(isSupposing() ? `If you ${supposed()}: ${summary()}. ${tally()}.` : tally());
  }

  function start() {
    byId("stance").value = state.stance;
    byId("stance").addEventListener("change", (event) => {
      state.stance = event.target.value;
      layers.set("labels", true);
      relabel();
    });
    listen("labels", update);
    listen("layers", show);
  }

  return { start };
})();
