// --- a map as nested lists, and lines of feedback ---

const quoted = (text, most = 80) => `“${shorten(text, most)}”`;

const AGAINST = new Set(["but", "however"]);

function outlineRow({ step, word, text, note }) {
  const kind = AGAINST.has(word) ? "step-word against" : "step-word";
  const words = step ? el("span", { class: kind }, word) : el("span", { class: "word" }, `${word}: `);
  return el("li", {}, words, text ? said(text) : "", note ? ` (${note})` : "");
}

/** Rows with levels as lists in lists; a row is never more than one level below the row before it. */
function outlineList(rows) {
  const top = el("ul", { class: "told" });
  const open = [top];
  rows.forEach((row) => {
    const level = Math.min(row.level, 40);
    open.length = level + 1;
    const made = outlineRow(row);
    open[level].append(made);
    open.push(el("ul"));
    made.append(open[level + 1]);
  });
  top.querySelectorAll("ul:empty").forEach((list) => list.remove());
  return top;
}

const SIGNS = { right: ["✓", "Right: "], wrong: ["✗", "Not right: "], part: ["◐", "Partly right: "], note: ["", ""] };

/** Sign and words say the same: the sign to the eye, the words to the ear. */
function sign(mark) {
  const [shown, spoken] = SIGNS[mark];
  return [
    el("span", { class: `sign ${mark}`, "aria-hidden": "true" }, shown),
    spoken ? el("span", { class: "unseen" }, spoken) : null,
  ];
}

function line(mark, ...children) {
  return el("li", { class: mark }, ...sign(mark), el("span", { class: "what" }, ...children));
}

const markOf = (score) => (score >= 1 ? "right" : score > 0 ? "part" : "wrong");

/** What an exercise says of an answer, if it says anything. */
function remark(text) {
  return text ? [" — ", said(text)] : [];
}
