/**
 * Labels a map in the browser: what is in, out and undecided once attacks are weighed, each with its reason, as
 * argmap.semantics.labels does. Nothing here touches the page.
 *
 * @typedef {{label: "in"|"out"|"undecided", reason: string}} ElementLabel
 */
const argmapLabels = (() => {
  const { Atoms, Compilation } = argmapProgram;
  const { FALSE, UNKNOWN, TRUE, solve } = argmapModel;
  const LABELS = ["out", "undecided", "in"];

  // Where labels keep the order of the map: an object would put ids that look like numbers first.
  const ORDER = Symbol("ids in the order of the map");

  // --- labels: what the model says of each element, and why ---

  class Labels {
    constructor(compilation) {
      this.compilation = compilation;
      this.atoms = compilation.atoms;
      this.model = solve(compilation.program);
    }

    /** Return the label of each element by id, in an object that takes any id for a key, "__proto__" too. */
    all() {
      const ids = [...new Set([...this.atoms.claims.keys(), ...this.atoms.stepsOf.keys()])];
      const found = Object.create(null);
      for (const id of ids) {
        found[id] = this.labelOf(id);
      }
      found[ORDER] = ids;
      return found;
    }

    /** Return the label of an element; of several steps with the id, the one that says most for it. */
    labelOf(id) {
      const { values, ranks } = this.model;
      const candidates = this.atoms.of(id).map((atom) => (
        { value: values[atom], rank: ranks[atom], reason: this.reason(atom, id) }
      ));
      const best = candidates.reduce((one, other) => (Labels.saysMore(other, one) ? other : one));
      return { label: LABELS[best.value], reason: best.reason };
    }

    static saysMore(one, other) {
      if (one.value !== other.value) {
        return one.value > other.value;
      }
      return one.rank === other.rank ? one.reason > other.reason : one.rank < other.rank;
    }

    reason(atom, id) {
      const value = this.model.values[atom];
      if (value === UNKNOWN) {
        return "stand-off";
      }
      if (this.compilation.isSupposed(id)) {
        return value === TRUE ? "accepted" : "rejected";
      }
      if (this.model.unfounded.has(atom)) {
        return "circular";
      }
      return atom < this.atoms.firstStep ? this.reasonOfClaim(atom, value) : this.reasonOfStep(atom, value);
    }

    reasonOfStep(atom, value) {
      if (value === TRUE) {
        return "supported";
      }
      const isFalse = (premise) => this.model.values[premise] === FALSE;
      return this.atoms.bodies[atom - this.atoms.firstStep].some(isFalse) ? "unsupported" : "undercut";
    }

    reasonOfClaim(atom, value) {
      const claim = this.atoms.map.claims[atom];
      const pros = this.compilation.pros(claim, atom);
      if (value === FALSE) {
        return pros.some((pro) => this.model.values[pro.atom] !== FALSE) ? "defeated" : "unsupported";
      }
      const own = pros.find((pro) => pro.atom === this.atoms.own);
      return own && this.stands(claim, atom, own) ? "held" : "supported";
    }

    /** Tell whether every attack is out that would defeat what a claim has of its own. */
    stands(claim, atom, own) {
      return this.compilation.defeaters(claim, atom, own).every((con) => this.model.values[con] === FALSE);
    }
  }

  // --- what the page calls ---

  function checkSupposed(atoms, reading) {
    const accepted = new Set(reading.accept);
    for (const id of [...reading.accept, ...reading.reject]) {
      if (!atoms.of(id).length) {
        throw new RangeError(`[${id}] is no claim, inference or attack of the map`);
      }
    }
    for (const id of reading.reject) {
      if (accepted.has(id)) {
        throw new RangeError(`[${id}] cannot be both accepted and rejected, expected one of the two`);
      }
    }
  }

  /**
   * Return the label and the reason of each claim, inference and attack, by id.
   *
   * Near-linear in the size of the map but for two things: a circle that falls apart in many rounds is looked at whole
   * in each, and each reason of a claim names every attack on it that defeats it.
   *
   * @param {ArgumentMap} map the data of the page
   * @param {Reading} reading how the map is read
   * @returns {Object<string, ElementLabel>}
   * @throws {RangeError} accept or reject names no element of the map, or one element stands in both
   */
  function label(map, reading) {
    const atoms = new Atoms(map);
    checkSupposed(atoms, reading);
    return new Labels(new Compilation(atoms, reading)).all();
  }

  /**
   * Return the elements whose label differs, in the order of the map.
   *
   * @param {Object<string, ElementLabel>} before what `label` returned
   * @param {Object<string, ElementLabel>} after the same for another reading of the map
   * @returns {{id: string, before: string, after: string}[]}
   */
  function changes(before, after) {
    return before[ORDER]
      .filter((id) => id in after && before[id].label !== after[id].label)
      .map((id) => ({ id, before: before[id].label, after: after[id].label }));
  }

  return Object.freeze({ label, changes });
})();
