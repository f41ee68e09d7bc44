// --- the argument as a graph: what stands on what ---

const claims = new Map(data.claims.map((claim) => [claim.id, claim]));
const steps = new Map();
for (const step of data.steps) {
  // of several with one id, which all count for labels, the first is told
  if (!steps.has(step.id)) {
    steps.set(step.id, step);
  }
}
const parties = new Map(Object.entries(data.parties));
const sources = new Map(Object.entries(data.sources));
const bearing = new Map(
  Object.entries(data.bearing).map(([stance, found]) => [stance, new Map(Object.entries(found))]),
);

/** The claims that a step uses: premises, warrant, answers to critical questions. */
const used = new Map(
  [...steps].map(([id, step]) => [
    id,
    [...new Set([...step.premises, ...(step.warrant ? [step.warrant] : []), ...(step.answers || [])])],
  ]),
);

const stepsOn = new Map();
const stepsFrom = new Map();

function file(index, key, value) {
  if (index.has(key)) {
    index.get(key).push(value);
  } else {
    index.set(key, [value]);
  }
}

for (const step of steps.values()) {
  file(stepsOn, step.goal, step);
  used.get(step.id).forEach((id) => file(stepsFrom, id, step));
}

const on = (id) => stepsOn.get(id) || [];
const from = (id) => stepsFrom.get(id) || [];

/** Walk from some ids along `next`; the order is breadth first and every id is met once. */
function reach(start, next) {
  const met = new Set(start);
  for (const id of met) {
    // grows while it is read
    next(id).forEach((other) => met.add(other));
  }
  return met;
}

const downwards = (id) => [...on(id).map((step) => step.id), ...(used.get(id) || [])];
const upwards = (id) => (steps.has(id) && !claims.has(id) ? [steps.get(id).goal] : from(id).map((step) => step.id));

const below = (id) => reach([id], downwards);
const above = (id) => reach([id], upwards);

/** What an element is called where it is spoken of. */
function nameOf(id) {
  if (claims.has(id)) {
    return claims.get(id).text;
  }
  const step = steps.get(id);
  return step ? `the step “${step.word}” to: ${goalText(step)}` : `[${id}]`;
}

/** The text of the claim that a step is about in the end; steps can be about steps, and in a circle. */
function goalText(step) {
  const met = new Set();
  let goal = step.goal;
  while (steps.has(goal) && !claims.has(goal) && !met.has(goal)) {
    met.add(goal);
    goal = steps.get(goal).goal;
  }
  return claims.has(goal) ? claims.get(goal).text : `[${goal}]`;
}

const isKnown = (id) => claims.has(id) || steps.has(id);
