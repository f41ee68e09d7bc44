// --- what has been answered, kept for this window until it is closed ---

const store = (() => {
  const KEY = `argmap-exercises-${data.digest}`;
  const drafts = new Map();
  const counted = new Map();
  let started = new Date().toISOString();

  /** Some browsers keep nothing for pages that are opened as files, and say so by an error. */
  function quietly(work) {
    try {
      return work();
    } catch {
      return null;
    }
  }

  function keep() {
    const kept = { started, drafts: [...drafts], counted: [...counted] };
    quietly(() => sessionStorage.setItem(KEY, JSON.stringify(kept)));
  }

  function recall() {
    const kept = quietly(() => JSON.parse(sessionStorage.getItem(KEY)));
    if (kept) {
      started = kept.started;
      kept.drafts.forEach(([id, draft]) => drafts.set(id, draft));
      kept.counted.forEach(([id, answer]) => counted.set(id, answer));
    }
  }

  function draft(id, value) {
    drafts.set(id, value);
    keep();
  }

  /** The first answer counts; what is tried after it is practice. */
  function count(id, response, score) {
    if (!counted.has(id)) {
      counted.set(id, { response, score });
      keep();
    }
  }

  function forget() {
    quietly(() => sessionStorage.removeItem(KEY));
  }

  return { count, counted, draft, drafts, forget, recall, started: () => started };
})();
