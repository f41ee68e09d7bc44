// --- why an element has its label under the reading of the moment: a sentence, and what it stands on or falls by ---

const why = (() => {
  const MOST_DEEP = 5;
  const MOST_LINES = 24;
  const is = (word) => (id) => (labelOf(id) || { label: "out" }).label === word;
  const stands = (step) => [...step.premises, ...(step.warrant ? [step.warrant] : [])];
  const attacks = (id) =>
    on(id)
      .filter((step) => step.type === "attack")
      .map((step) => step.id);
  const reasons = (id) =>
    on(id)
      .filter((step) => step.type === "inference")
      .map((step) => step.id);

  function ownGround(claim) {
    const backing = (claim.cites || [])
      .filter((id) => sources.has(id) && id !== data.article)
      .map((id) => sources.get(id).title);
    if (backing.length) {
      return `It cites ${backing.length > 3 ? `${backing.length} sources` : backing.join("; ")}.`;
    }
    if (claim.given) {
      return "It is given: accepted without support, on purpose.";
    }
    return claim.implicit
      ? "The argument needs it, and nothing is asked of it here."
      : "It is asserted, and nothing is asked of it here.";
  }

  const SENTENCES = {
    accepted: () => "You suppose that it is in.",
    rejected: () => "You suppose that it is out.",
    held: (id) => ownGround(claims.get(id)),
    supported: (id) =>
      claims.has(id)
        ? "A reason for it stands, and no attack defeats it."
        : "What it starts from stands, and no attack on it does.",
    unsupported: (id) => unsupported(id),
    defeated: () => "An attack on it stands.",
    undercut: () => "An attack on this step stands.",
    circular: () => "All that speaks for it leans on it in turn.",
    "stand-off": () => "Attacks stand against one another, and nothing decides between them.",
  };

  function unsupported(id) {
    if (!claims.has(id)) {
      return "Something that it starts from does not stand.";
    }
    return reasons(id).length ? "No reason for it stands." : "It has no reason and no source.";
  }

  function sentence(id) {
    const label = labelOf(id);
    return label ? SENTENCES[label.reason](id) : "Nothing in the map has this id.";
  }

  /** The elements that make the label: for what is in, its support and the attacks that fail; else what fails it. */
  function causes(id) {
    const label = labelOf(id);
    if (!label || ["accepted", "rejected"].includes(label.reason)) {
      return [];
    }
    const isClaim = claims.has(id);
    const support = isClaim ? reasons(id) : stands(steps.get(id));
    if (label.label === "in") {
      const up = label.reason === "held" ? [] : isClaim ? support.filter(is("in")).slice(0, 1) : support;
      return [...up, ...attacks(id).filter(is("out"))];
    }
    if (label.label === "undecided") {
      return [...attacks(id), ...support].filter(is("undecided"));
    }
    return label.reason === "defeated" || label.reason === "undercut"
      ? attacks(id).filter(is("in"))
      : support.filter(is("out"));
  }

  /** Reasons are told by what they start from, and attacks by their word too. */
  const isInference = (id) => !claims.has(id) && steps.has(id) && steps.get(id).type === "inference";
  const plain = (id) => causes(id).flatMap((cause) => (isInference(cause) ? causes(cause) : [cause]));

  function line(id) {
    const label = labelOf(id);
    const word = label ? label.label : "out";
    const step = claims.has(id) ? null : steps.get(id);
    const name = step ? `${step.word}: ${step.premises.map(nameOf).join("; ")}` : nameOf(id);
    return el(
      "li",
      {},
      el("div", { class: "marked" }, el("span", { class: `label ${word}` }, WORDS[word]), link(id, name)),
    );
  }

  /** The tree of causes as a nested list; an element is told once, and long trees end early. */
  function tree(id) {
    const told = new Set([id]);
    const top = el("ul");
    const queue = [[id, top, 0]];
    for (const [parent, list, depth] of queue) {
      // grows while it is read
      for (const cause of plain(parent)) {
        if (!told.has(cause) && told.size < MOST_LINES && depth < MOST_DEEP) {
          told.add(cause);
          const row = line(cause);
          const inner = el("ul");
          list.append(row);
          row.append(inner);
          queue.push([cause, inner, depth + 1]);
        }
      }
    }
    top.querySelectorAll("ul:empty").forEach((empty) => empty.remove());
    return top;
  }

  return { sentence, tree };
})();
