/**
 * A map under one reading as a program, whose rules say what makes its claims, inferences and attacks true.
 *
 * argmap.semantics has the same rules in standards, atoms and labelling, which say more than the comments here;
 * tests/vectors/labels.json holds maps that both sides have to label alike: a change of one side is a change of both.
 *
 * What is asked of a map is among the data of the page, which has more; see argmap.render.page.shapes.
 *
 * @typedef {{alpha: number, beta: number, gamma: number}} Thresholds
 * @typedef {{id: string, held?: boolean, standard?: string, weight?: number}} Claim each id once
 * @typedef {{id: string, type: "inference"|"attack", premises: string[], warrant?: string, goal: string,
 *            weight?: number}} Step
 * @typedef {{standard: string, claims: Claim[], steps: Step[]}} ArgumentMap inferences before attacks
 * @typedef {{stance: "asserted"|"held", accept: string[], reject: string[], standard?: ?string,
 *            thresholds: Thresholds}} Reading
 */
const argmapProgram = (() => {
  const NOTHING = Object.freeze([]);

  // --- standards of proof: which pros count, and which cons defeat them, by their weights ---

  const isClear = (pro, { alpha, beta }) => pro >= alpha && pro > beta;

  const STANDARDS = {
    "scintilla": { isEligible: () => true, defeats: () => false },
    "dialectical": { isEligible: () => true, defeats: () => true },
    "preponderance": { isEligible: (pro) => pro > 0, defeats: (con, pro) => con >= pro },
    "clear-and-convincing": { isEligible: isClear, defeats: (con, pro, { beta }) => pro - con <= beta },
    "beyond-reasonable-doubt": {
      isEligible: isClear,
      defeats: (con, pro, { beta, gamma }) => pro - con <= beta || con >= gamma,
    },
  };

  // --- atoms: claims first, then steps, then what a claim has of its own, then undefined ids ---

  /** Put a value into the list that a Map keeps for a key. */
  function put(lists, key, value) {
    const list = lists.get(key);
    if (list) {
      list.push(value);
    } else {
      lists.set(key, [value]);
    }
  }

  class Atoms {
    constructor(map) {
      this.map = map;
      this.steps = map.steps;
      this.claims = new Map(map.claims.map((claim, atom) => [claim.id, atom]));
      this.firstStep = map.claims.length;
      this.own = this.firstStep + this.steps.length;
      this.undefined = new Map();
      this.stepsOf = new Map();
      this.steps.forEach((step, number) => put(this.stepsOf, step.id, this.firstStep + number));
      this.bodies = this.steps.map((step) => this.body(step));
      this.inferencesTo = this.fileByGoal("inference");
      this.attacksOn = this.fileByGoal("attack");
    }

    get count() {
      return this.own + 1 + this.undefined.size;
    }

    /** Return the atoms of a claim, or of the steps with the id: ids can stand twice. */
    of(id) {
      return this.claims.has(id) ? [this.claims.get(id)] : this.stepsOf.get(id) || NOTHING;
    }

    step(atom) {
      return this.steps[atom - this.firstStep];
    }

    weigh(atoms) {
      return atoms.map((atom) => ({ atom, weight: this.step(atom).weight ?? 1 }));
    }

    /** Return the atoms of the claims that a step stands on, each once. */
    body(step) {
      const needed = new Set(step.premises);
      if (step.warrant != null) {
        needed.add(step.warrant);
      }
      return Array.from(needed, (id) => this.claim(id));
    }

    claim(id) {
      if (this.claims.has(id)) {
        return this.claims.get(id);
      }
      if (!this.undefined.has(id)) {
        this.undefined.set(id, this.count);
      }
      return this.undefined.get(id);
    }

    /** Return the inferences that conclude an atom, or the attacks on it, by that atom. */
    fileByGoal(type) {
      const found = new Map();
      this.steps.forEach((step, number) => {
        if (step.type === type) {
          this.of(step.goal).forEach((goal) => put(found, goal, this.firstStep + number));
        }
      });
      return found;
    }
  }

  // --- programs: the head of a rule is true if its body is true and all that it excludes is false ---

  class Program {
    constructor(atoms) {
      this.atoms = atoms;
      this.heads = [];
      this.bodies = [];
      this.excluded = [];
    }

    add(head, body = NOTHING, excluded = NOTHING) {
      this.heads.push(head);
      this.bodies.push(body);
      this.excluded.push(excluded);
    }
  }

  // --- labelling: the rules of a map under one reading ---

  class Compilation {
    constructor(atoms, reading) {
      this.atoms = atoms;
      this.map = atoms.map;
      this.reading = reading;
      this.accept = new Set(reading.accept);
      this.reject = new Set(reading.reject);
      this.program = new Program(atoms.count);
      this.program.add(atoms.own);
      this.addSteps();
      this.map.claims.forEach((claim, atom) => this.addClaim(claim, atom));
    }

    isSupposed(id) {
      return this.accept.has(id) || this.reject.has(id);
    }

    standard(claim) {
      return STANDARDS[this.reading.standard || claim.standard || this.map.standard];
    }

    /** Tell whether a claim holds by itself: it is held, or asserted without a reason where that counts. */
    hasOwn(claim, atom) {
      return claim.held || (this.reading.stance === "asserted" && !this.atoms.inferencesTo.has(atom));
    }

    cons(atom) {
      return this.atoms.attacksOn.get(atom) || NOTHING;
    }

    /** Return what speaks for a claim, but for what weighs too little for its standard. */
    pros(claim, atom) {
      const standard = this.standard(claim);
      const own = this.hasOwn(claim, atom) ? [{ atom: this.atoms.own, weight: claim.weight ?? 1 }] : [];
      const pros = own.concat(this.atoms.weigh(this.atoms.inferencesTo.get(atom) || NOTHING));
      return pros.filter((pro) => standard.isEligible(pro.weight, this.reading.thresholds));
    }

    /** Return the attacks on a claim that defeat the pro if they are in. */
    defeaters(claim, atom, pro) {
      const standard = this.standard(claim);
      const cons = this.atoms.weigh(this.cons(atom));
      return cons
        .filter((con) => standard.defeats(con.weight, pro.weight, this.reading.thresholds))
        .map((con) => con.atom);
    }

    /** An element that is supposed has no rules but, if it is accepted, the one that makes it true. */
    addSteps() {
      this.atoms.steps.forEach((step, number) => {
        const atom = this.atoms.firstStep + number;
        if (!this.isSupposed(step.id)) {
          this.program.add(atom, this.atoms.bodies[number], this.cons(atom));
        } else if (this.accept.has(step.id) && !this.atoms.claims.has(step.id)) {
          this.program.add(atom);
        }
      });
    }

    addClaim(claim, atom) {
      if (this.isSupposed(claim.id)) {
        if (this.accept.has(claim.id)) {
          this.program.add(atom);
        }
        return;
      }
      for (const pro of this.pros(claim, atom)) {
        this.program.add(atom, [pro.atom], this.defeaters(claim, atom, pro));
      }
    }
  }

  return Object.freeze({ Atoms, Compilation });
})();
