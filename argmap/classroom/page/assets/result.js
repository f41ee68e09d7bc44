// --- the result: what was earned, and the file to hand in ---

const result = (() => {
  const round = (points) => String(Math.round(points * 100) / 100);

  /** What is earned of what can be: only where the page can tell. */
  function standing() {
    const scored = data.exercises.filter(({ interaction }) => interaction !== "build" && interaction !== "write");
    const earned = scored.reduce((sum, { id, points }) => sum + points * (store.counted.get(id)?.score ?? 0), 0);
    return {
      earned,
      most: scored.reduce((sum, { points }) => sum + points, 0),
      answered: data.exercises.filter(({ id }) => store.counted.has(id)).length,
      open: data.exercises.filter(({ id, interaction }) => store.counted.has(id) && (interaction === "build" || interaction === "write")).length,
    };
  }

  function inWords() {
    const { earned, most, answered } = standing();
    return `${answered} of ${data.exercises.length} answered · ${round(earned)} of ${plural(Number(round(most)), "point", "points")}`;
  }

  /** The responses as `argmap grade` reads them. */
  function asFile() {
    const { earned, most } = standing();
    return {
      argmap_responses: 1,
      exercises: data.digest,
      responses: Object.fromEntries([...store.counted].map(([id, { response }]) => [id, response])),
      score: most === 0 ? 0 : earned / most,
      started: store.started(),
      finished: new Date().toISOString(),
    };
  }

  function download() {
    const blob = new Blob([`${JSON.stringify(asFile(), null, 2)}\n`], { type: "application/json" });
    const address = URL.createObjectURL(blob);
    el("a", { href: address, download: "responses.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    announce("The responses are saved as responses.json");
  }

  /** The second press means it. */
  function startOver(event) {
    if (event.target.dataset.sure) {
      store.forget();
      location.reload();
    } else {
      event.target.dataset.sure = "yes";
      event.target.textContent = "Really forget all answers?";
    }
  }

  function state(id) {
    const answer = store.counted.get(id);
    if (answer === undefined) {
      return ["open", "not answered"];
    }
    return answer.score === null ? ["saved", "answered"] : [markOf(answer.score), { right: "right", wrong: "not right", part: "partly right" }[markOf(answer.score)]];
  }

  function row({ item, number, heading }, go) {
    const [mark, words] = state(item.id);
    const answer = store.counted.get(item.id);
    const points = answer?.score === undefined || answer.score === null ? "" : `${round(answer.score * item.points)} of ${round(item.points)}`;
    return el(
      "li",
      { class: mark },
      button(`${number} ${heading}`, () => go(number), { class: "link" }),
      el("span", {}, el("span", { class: `sign ${mark}`, "aria-hidden": "true" }, SIGNS[mark]?.[0] ?? ""), words),
      el("span", { class: "points" }, points),
    );
  }

  function draw(all, go) {
    const { earned, most, answered, open } = standing();
    const left = data.exercises.length - answered;
    byId("result").replaceChildren(
      el("h2", { id: "result-heading" }, "Result"),
      el("p", { class: "total" }, el("strong", {}, `${round(earned)} of ${round(most)}`), ` ${most === 1 ? "point" : "points"}${most ? `, ${Math.round((earned / most) * 100)} %` : ""}`),
      left ? el("p", { class: "hint" }, `${plural(left, "exercise is", "exercises are")} not answered.`) : "",
      open ? el("p", { class: "hint" }, `${plural(open, "answer", "answers")} cannot be marked by this page.`) : "",
      el("div", { class: "row" }, button("Save the responses", download, { class: "strong", id: "download" }), button("Start over", startOver, { id: "start-over" })),
      el("ul", { class: "tally" }, all.map((one) => row(one, go))),
    );
  }

  return { asFile, draw, inWords, state };
})();
