// --- what the reader has chosen; parts of the page that show it listen ---

const WORDS = { in: "✓ in", out: "✗ out", undecided: "? undecided" };

const state = {
  chosen: null,
  focused: false,
  collapsed: new Set(data.collapsed),
  stance: data.reading.stance,
  accept: new Set(data.reading.accept),
  reject: new Set(data.reading.reject),
  labels: {},
  changes: [],
};

const listeners = new Map();

function listen(event, listener) {
  file(listeners, event, listener);
}

function tell(event, detail) {
  (listeners.get(event) || []).forEach((listener) => listener(detail));
}

/**
 * Choose a claim or a step, or nothing.
 *
 * @param {?string} id
 * @param {{move?: boolean, open?: boolean, focused?: boolean}} how move the picture to it; open the panel at it; fade
 *   what is not on its line of reasoning
 */
function choose(id, { move = true, open = true, focused = true } = {}) {
  if (id !== null && !isKnown(id)) {
    return;
  }
  state.chosen = id;
  state.focused = id !== null && focused;
  tell("choose", { move, open });
}

function letGo() {
  if (state.chosen !== null) {
    choose(null);
  }
}

function labelsUnder(accept, reject) {
  const { stance } = state;
  return argmapLabels.label(data, { ...data.reading, stance, accept: [...accept], reject: [...reject] });
}

/** Label the map again, and note what the suppositions change. */
function relabel() {
  const before = labelsUnder([], []);
  state.labels = isSupposing() ? labelsUnder(state.accept, state.reject) : before;
  state.changes = isSupposing() ? argmapLabels.changes(before, state.labels) : [];
  tell("labels");
}

const isSupposing = () => state.accept.size + state.reject.size > 0;

const labelOf = (id) => (id in state.labels ? state.labels[id] : null);

/** Suppose that an element is in ("accept") or out ("reject"), or nothing of it (""). */
function suppose(id, what) {
  state.accept.delete(id);
  state.reject.delete(id);
  if (what) {
    state[what].add(id);
  }
  relabel();
}

function supposeNothing() {
  state.accept.clear();
  state.reject.clear();
  relabel();
}
