// --- the panel of the claim or step that is chosen ---

const panel = (() => {
  const sheet = byId("claim");

  const section = (title, ...children) => {
    const content = children.flat().filter(Boolean);
    return content.length ? [el("h3", {}, title), ...content] : [];
  };

  function facts(pairs) {
    const rows = pairs.filter(([, values]) => values.length);
    return rows.length
      ? el(
          "dl",
          { class: "facts" },
          ...rows.flatMap(([term, values]) => [el("dt", {}, term), ...values.map((value) => el("dd", {}, value))]),
        )
      : null;
  }

  const one = (value) => (value === undefined || value === "" ? [] : [String(value)]);
  const party = (id) => (id === undefined ? [] : [said(parties.get(id) || `[${id}]`)]);

  function passage(where) {
    const words = said(where.words);
    const source = sources.get(where.source || data.article);
    return where.opens === undefined ? words : outward(words, source.link + where.opens);
  }

  function source(id) {
    const found = sources.get(id);
    if (!found) {
      return el("span", {}, `[${id}] (not defined)`);
    }
    const title = said(found.title);
    return el(
      "span",
      {},
      found.link ? outward(title, found.link) : title,
      found.about ? el("span", { class: "notes" }, ` ${found.about}`) : "",
    );
  }

  const GIVEN = { common: "as common knowledge", assumed: "for the sake of argument" };

  function claimFacts(claim) {
    const brings = bearing.get(state.stance).get(claim.id) || [];
    return facts([
      ["Who says it", claim.by ? party(claim.by) : []],
      ["Where", (claim.passages || []).map(passage)],
      ["When", one(claim.when)],
      ["Sources", (claim.cites || []).map(source)],
      ["Given", one(GIVEN[claim.given])],
      ["Who should act", party(claim.agent)],
      ["What to do", one(claim.action)],
      ["In return for", claim.reciprocates ? [link(claim.reciprocates)] : []],
      ["Without it falls", brings.map((id) => link(id))],
      ["Standard of proof", one(claim.standard || (data.standard === "dialectical" ? "" : data.standard))],
      ["Weight", one(claim.weight)],
      ["Tags", one((claim.tags || []).join(", "))],
      ["Note", claim.note ? [said(claim.note)] : []],
    ]);
  }

  function stepFacts(step) {
    return facts([
      ["Who says it", step.by ? party(step.by) : []],
      ["Where", (step.passages || []).map(passage)],
      ["Weight", one(step.weight)],
      ["Note", step.note ? [said(step.note)] : []],
    ]);
  }

  function verdict(id) {
    const label = labelOf(id);
    if (!label) {
      return null;
    }
    const reasons = why.tree(id);
    return el(
      "div",
      { class: `verdict ${label.label}` },
      el("p", {}, el("strong", {}, WORDS[label.label]), ` ${why.sentence(id)}`),
      reasons.childElementCount ? el("details", { class: "why" }, el("summary", {}, "Why"), reasons) : null,
    );
  }

  /** The buttons; pressed ones say what is supposed. */
  function actions(id) {
    const supposed = state.accept.has(id) ? "accept" : state.reject.has(id) ? "reject" : "";
    const suppositions = [
      ["reject", "Reject"],
      ["accept", "Accept"],
    ].map(([what, word]) =>
      button(word, () => suppose(id, supposed === what ? "" : what), {
        "aria-pressed": String(supposed === what),
        "data-action": what,
      }),
    );
    const reset = button("Reset", () => suppose(id, ""), { "data-action": "reset", disabled: !supposed });
    return el("div", { class: "actions", role: "group", "aria-label": "What if" }, ...suppositions, reset, fold(id));
  }

  function fold(id) {
    if (!claims.has(id) || !on(id).length) {
      return null;
    }
    const isFolded = state.collapsed.has(id);
    return button(isFolded ? `Show ${collapse.count(id)} below` : "Hide below", () => collapse.toggle(id), {
      "aria-expanded": String(!isFolded),
      "data-action": "fold",
    });
  }

  function findingsOn(ids) {
    const found = lists.findingsOn(ids);
    return found.length ? el("ul", { class: "findings" }, ...found) : null;
  }

  /** What the claim is, in a line: how it looks, its role, its kind, its number. */
  function kicker(claim) {
    const isSame = claim.role && claim.look.toLowerCase().endsWith(claim.role);
    const parts = [claim.look, isSame ? "" : claim.role, claim.kind, claim.implicit ? "implicit" : "", claim.number];
    return el("p", { class: "kicker" }, ...[...new Set(parts)].filter(Boolean).map((part) => el("span", {}, part)));
  }

  function claimSheet(claim) {
    const reasons = on(claim.id).filter((step) => step.type === "inference");
    const attacks = on(claim.id).filter((step) => step.type === "attack");
    const own = new Set(
      [claim.id, ...on(claim.id).map((step) => step.id)].filter((id) => id === claim.id || !claims.has(id)),
    );
    return [
      kicker(claim),
      said(claim.text, "h2"),
      verdict(claim.id),
      actions(claim.id),
      claimFacts(claim),
      ...section("Reasons", reasons.map(stepBlocks.toward)),
      ...section("Attacks on it", attacks.map(stepBlocks.toward)),
      ...section("Findings", findingsOn(own)),
      ...section("Leads to", from(claim.id).length ? el("ul", {}, ...from(claim.id).map(stepBlocks.onward)) : null),
    ];
  }

  function stepSheet(step) {
    const premises = step.premises.map((id) => stepBlocks.premise(id));
    const warrant =
      step.warrant && !step.premises.includes(step.warrant) ? [stepBlocks.premise(step.warrant, "warrant")] : [];
    return [
      el("p", { class: "kicker" }, el("span", {}, step.type), step.relation ? el("span", {}, step.relation) : null),
      el("h2", {}, `The step “${step.word}”`),
      verdict(step.id),
      actions(step.id),
      stepFacts(step),
      ...section("Starts from", el("ul", {}, ...premises, ...warrant)),
      ...section(step.type === "attack" ? "Is against" : "Leads to", el("p", {}, link(step.goal))),
      ...section("Scheme", stepBlocks.scheme(step)),
      ...section("Attacks on it", on(step.id).map(stepBlocks.toward)),
      ...section("Findings", findingsOn(new Set([step.id]))),
    ];
  }

  function emptySheet(note) {
    const main = data.main.map((id) => stepBlocks.premise(id));
    return [
      el("h2", {}, claims.size ? "Choose a claim" : "The map has no claims"),
      note ? el("p", { class: "note" }, note) : "",
      el(
        "p",
        { class: "hint" },
        "On the picture, in the outline, or by search. Its line of reasoning is lit, and here stand its sources, " +
          "its findings and what speaks for and against it.",
      ),
      ...section(data.main.length === 1 ? "Main claim" : "Main claims", main.length ? el("ul", {}, ...main) : null),
    ];
  }

  function content(id, note) {
    if (id === null) {
      return emptySheet(note);
    }
    return claims.has(id) ? claimSheet(claims.get(id)) : stepSheet(steps.get(id));
  }

  function show(note = "") {
    sheet.replaceChildren(...content(state.chosen, note).filter(Boolean));
  }

  /** Show the same again after something changed; the focus and what is unfolded stay where they were. */
  function refresh() {
    const focused = sheet.contains(document.activeElement) ? document.activeElement.dataset.action : "";
    const open = [...sheet.querySelectorAll("details")].map((details) => details.open);
    show();
    [...sheet.querySelectorAll("details")].forEach((details, number) => {
      details.open = open[number] || false;
    });
    const again = focused && sheet.querySelector(`[data-action="${focused}"]:not(:disabled)`);
    if (focused) {
      (again || sheet).focus();
    }
  }

  /** What is told of a choice to those who do not see the panel. */
  function gist(id) {
    const attacks = on(id).filter((step) => step.type === "attack").length;
    const found = lists.findingsOn(new Set([id])).length;
    const counts = [
      plural(on(id).length - attacks, "reason", "reasons"),
      plural(attacks, "attack", "attacks"),
      plural(found, "finding", "findings"),
    ];
    return [...(labelOf(id) ? [labelOf(id).label] : []), ...counts].join(", ");
  }

  listen("choose", () => {
    const hadFocus = sheet.contains(document.activeElement);
    show();
    sheet.scrollTop = 0;
    // What had the focus is gone.
    if (hadFocus) {
      sheet.focus({ preventScroll: true });
    }
    announce(state.chosen === null ? "Nothing is chosen" : `Chosen: ${gist(state.chosen)}`);
  });
  ["labels", "folded"].forEach((event) => listen(event, refresh));
  return { show };
})();
