// --- scores: the rules of argmap.classroom.grading again; tests/vectors/exercises.json holds the two together ---

const scoring = (() => {
  const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

  function choice(item, response) {
    return response === item.key ? 1 : (own(item.credits, response) ?? 0);
  }

  /** Net correct: wrong choices take back what right ones earn. */
  function choices(item, response) {
    const key = new Set(item.key);
    const chosen = [...new Set(response)];
    const right = chosen.filter((id) => key.has(id)).length;
    return Math.max(0, (right - (chosen.length - right)) / key.size);
  }

  /** What an option earns in the place of a prompt. */
  function earned(item, prompt, option) {
    if (option === undefined) {
      return 0;
    }
    return item.key[prompt] === option ? 1 : (own(own(item.credits, prompt) ?? {}, option) ?? 0);
  }

  /**
   * For each row the column that it gets, so that the sum is as large as it can be (Kuhn 1955; potentials as by
   * Jonker and Volgenant); rows and columns are as many.
   */
  function bestAssignment(gains) {
    const size = gains.length;
    const rowOf = new Array(size + 1).fill(0);
    const rowPotential = new Array(size + 1).fill(0);
    const columnPotential = new Array(size + 1).fill(0);
    for (let row = 1; row <= size; row += 1) {
      const cameFrom = new Array(size + 1).fill(0);
      const slack = new Array(size + 1).fill(Infinity);
      const done = new Array(size + 1).fill(false);
      let column = 0;
      rowOf[0] = row;
      do {
        done[column] = true;
        const at = rowOf[column];
        let step = Infinity;
        let next = 0;
        for (let other = 1; other <= size; other += 1) {
          if (!done[other]) {
            const cost = -gains[at - 1][other - 1] - rowPotential[at] - columnPotential[other];
            if (cost < slack[other]) {
              slack[other] = cost;
              cameFrom[other] = column;
            }
            if (slack[other] < step) {
              step = slack[other];
              next = other;
            }
          }
        }
        for (let other = 0; other <= size; other += 1) {
          if (done[other]) {
            rowPotential[rowOf[other]] += step;
            columnPotential[other] -= step;
          } else {
            slack[other] -= step;
          }
        }
        column = next;
      } while (rowOf[column] !== 0);
      do {
        rowOf[column] = rowOf[cameFrom[column]];
        column = cameFrom[column];
      } while (column !== 0);
    }
    const found = new Array(size);
    for (let column = 1; column <= size; column += 1) {
      found[rowOf[column] - 1] = column - 1;
    }
    return found;
  }

  /** What it is worth, beside the points, to read an option as meant for the place where it is. */
  const IN_PLACE = 1e-6;

  /** What each prompt earns: prompts of a group may change places, and of all ways to read them the best counts. */
  function places(item, response) {
    const found = new Map(item.prompts.map(({ id }) => [id, earned(item, id, own(response, id))]));
    for (const group of item.groups) {
      const gain = (prompt, place) => earned(item, place, own(response, prompt));
      const worth = group.map((prompt) => group.map((place) => gain(prompt, place) + (place === prompt ? IN_PLACE : 0)));
      bestAssignment(worth).forEach((column, row) => found.set(group[row], gain(group[row], group[column])));
    }
    return found;
  }

  function match(item, response) {
    const found = [...places(item, response).values()];
    return found.reduce((sum, score) => sum + score, 0) / found.length;
  }

  /** For each option of the key those that have to come before it, directly or not. */
  function earlier(item) {
    const found = new Map(item.key.map((id) => [id, new Set()]));
    const direct = new Map(item.key.map((id) => [id, []]));
    item.before.forEach(([first, second]) => direct.get(second).push(first));
    for (const id of item.key) {
      for (const first of direct.get(id)) {
        found.get(id).add(first);
        found.get(first).forEach((other) => found.get(id).add(other));
      }
    }
    return found;
  }

  /** Pairs that stand the wrong way round: the first stands before the second, and has to come after it. */
  function inversions(item, placed) {
    const before = earlier(item);
    const found = [];
    placed.forEach((first, place) => {
      placed.slice(place + 1).forEach((second) => {
        if (before.get(first).has(second)) {
          found.push([first, second]);
        }
      });
    });
    return found;
  }

  /**
   * How few options have to be taken out so that no pair of these is left. Standing the wrong way round is a partial
   * order, so what can stay is a largest antichain, and what cannot is as much as a largest matching has (Dilworth 1950).
   */
  function fewestToMove(pairs) {
    const after = new Map();
    pairs.forEach(([first, second]) => after.set(first, [...(after.get(first) ?? []), second]));
    const partner = new Map();
    const findPartner = (first, seen) => after.get(first).some((second) => {
      if (seen.has(second)) {
        return false;
      }
      seen.add(second);
      const isFree = !partner.has(second) || findPartner(partner.get(second), seen);
      if (isFree) {
        partner.set(second, first);
      }
      return isFree;
    });
    return [...after.keys()].filter((first) => findPartner(first, new Set())).length;
  }

  /** One less for each step that is needed to come to a right order (Poulsen et al. 2022). */
  function order(item, response) {
    const key = new Set(item.key);
    const known = response.filter((id) => key.has(id));
    const strange = response.length - known.length;
    const misplaced = fewestToMove(inversions(item, known));
    const distance = strange + misplaced + (key.size - (known.length - misplaced));
    return Math.max(0, (key.size - distance) / key.size);
  }

  /** The score of a response, 0 to 1; null where a person or `argmap grade` has to look. */
  function score(item, response) {
    const rule = { choice, choices, match, order }[item.interaction];
    return rule === undefined ? null : rule(item, response);
  }

  return { inversions, places, score };
})();
