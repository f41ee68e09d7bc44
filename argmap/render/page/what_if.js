/**
 * Labels a map in the browser: what is in, out and undecided once attacks are weighed, each with its reason.
 *
 * The rules are those of argmap.semantics, and the names too: standards, atoms, labelling, programs and labels there say
 * more than the comments here. tests/vectors/labels.json holds maps that both sides have to label alike: a change of one
 * side is a change of both. Nothing here touches the page or recurses.
 *
 * @typedef {{alpha: number, beta: number, gamma: number}} Thresholds
 * @typedef {{id: string, held?: boolean, standard?: string, weight?: number}} Claim each id once
 * @typedef {{id: string, premises: string[], warrant?: string, conclusion: string, weight?: number}} Inference
 * @typedef {{id: string, premises: string[], target: string, weight?: number}} Attack
 * @typedef {{standard: string, thresholds: Thresholds,
 *            claims: Claim[], inferences: Inference[], attacks: Attack[]}} ArgumentMap
 * @typedef {{stance: "asserted"|"held", accept: string[], reject: string[], standard: ?string}} Reading
 * @typedef {{label: "in"|"out"|"undecided", reason: string}} ElementLabel
 */
const argmapLabels = (function () {
  "use strict";

  const FALSE = 0;
  const UNKNOWN = 1;
  const TRUE = 2;
  const LABELS = ["out", "undecided", "in"];
  const NONE = -1;
  const NOTHING = Object.freeze([]);

  // Where labels keep the order of the map: an object would put ids that look like numbers first.
  const ORDER = Symbol("ids in the order of the map");

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

  // --- small things ---

  /** Put a value into the list that a Map keeps for a key. */
  function put(lists, key, value) {
    const list = lists.get(key);
    if (list) {
      list.push(value);
    } else {
      lists.set(key, [value]);
    }
  }

  /** Return for each atom the numbers of the groups that it is in. */
  function index(count, groups) {
    const found = Array.from({ length: count }, () => []);
    groups.forEach((group, number) => group.forEach((atom) => found[atom].push(number)));
    return found;
  }

  // --- atoms: claims first, then inferences, then attacks, then what a claim has of its own, then undefined ids ---

  class Atoms {
    constructor(map) {
      this.map = map;
      this.steps = [...map.inferences, ...map.attacks];
      this.claims = new Map(map.claims.map((claim, atom) => [claim.id, atom]));
      this.firstStep = map.claims.length;
      this.own = this.firstStep + this.steps.length;
      this.undefined = new Map();
      this.stepsOf = new Map();
      this.steps.forEach((step, number) => put(this.stepsOf, step.id, this.firstStep + number));
      this.bodies = this.steps.map((step) => this.body(step));
      this.inferencesTo = this.findInferencesTo();
      this.attacksOn = this.findAttacksOn();
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

    findInferencesTo() {
      const found = new Map();
      this.map.inferences.forEach((inference, number) => {
        if (this.claims.has(inference.conclusion)) {
          put(found, this.claims.get(inference.conclusion), this.firstStep + number);
        }
      });
      return found;
    }

    findAttacksOn() {
      const found = new Map();
      const first = this.firstStep + this.map.inferences.length;
      this.map.attacks.forEach((attack, number) => {
        this.of(attack.target).forEach((target) => put(found, target, first + number));
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
      return pros.filter((pro) => standard.isEligible(pro.weight, this.map.thresholds));
    }

    /** Return the attacks on a claim that defeat the pro if they are in. */
    defeaters(claim, atom, pro) {
      const standard = this.standard(claim);
      const cons = this.atoms.weigh(this.cons(atom));
      return cons
        .filter((con) => standard.defeats(con.weight, pro.weight, this.map.thresholds))
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

  // --- circles: the sets of two atoms or more that lead to one another through bodies ---

  /** Return the atoms so that each stands behind all that it leads to, but for what leads back to it. */
  function sortByFinish(program, neededBy) {
    const finished = [];
    const seen = new Array(program.atoms).fill(false);
    const next = new Array(program.atoms).fill(0);
    for (let start = 0; start < program.atoms; start += 1) {
      const path = seen[start] ? [] : [start];
      seen[start] = true;
      while (path.length) {
        const atom = path[path.length - 1];
        if (next[atom] === neededBy[atom].length) {
          finished.push(path.pop());
          continue;
        }
        const head = program.heads[neededBy[atom][next[atom]]];
        next[atom] += 1;
        if (!seen[head]) {
          seen[head] = true;
          path.push(head);
        }
      }
    }
    return finished;
  }

  /** Return the circles; no rule has its own head in its body, so an atom alone is none (Kosaraju's algorithm). */
  function findCircles(program, neededBy, rulesFor) {
    const seen = new Array(program.atoms).fill(false);
    const circles = [];
    for (const start of sortByFinish(program, neededBy).reverse()) {
      const circle = seen[start] ? [] : [start];
      seen[start] = true;
      for (const atom of circle) { // grows while it is read
        for (const rule of rulesFor[atom]) {
          for (const other of program.bodies[rule]) {
            if (!seen[other]) {
              seen[other] = true;
              circle.push(other);
            }
          }
        }
      }
      if (circle.length > 1) {
        circles.push(circle);
      }
    }
    return circles;
  }

  // --- models: what follows is true, what cannot follow is false, the rest is unknown ---

  /** The state of one search; rounds are synchronous, so that no outcome depends on the order of the rules. */
  class Solver {
    constructor(program) {
      this.program = program;
      this.values = new Array(program.atoms).fill(UNKNOWN);
      this.ranks = new Array(program.atoms).fill(0);
      this.unfounded = new Set();
      this.neededBy = index(program.atoms, program.bodies);
      this.barredBy = index(program.atoms, program.excluded);
      this.rulesFor = index(program.atoms, program.heads.map((head) => [head]));
      this.missing = program.bodies.map((body, rule) => body.length + program.excluded[rule].length);
      this.isDead = new Array(program.heads.length).fill(false);
      this.alive = this.rulesFor.map((rules) => rules.length);
      this.circles = null; // looked for when something stays unknown, which in most maps nothing does
      this.circleOf = new Array(program.atoms).fill(NONE);
      this.doubtful = new Set();
    }

    solve() {
      let settled = this.start();
      for (let rank = 1; settled.length; rank += 1) {
        for (const atom of settled) {
          this.ranks[atom] = rank;
        }
        const next = this.propagate(settled);
        settled = next.length ? next : this.failUnfounded();
      }
      return this;
    }

    /** Settle what needs no search: facts, and atoms without a rule. */
    start() {
      const settled = [];
      this.missing.forEach((missing, rule) => missing || this.makeTrue(rule, settled));
      this.alive.forEach((alive, atom) => alive || this.settle(atom, FALSE, settled));
      return settled;
    }

    /** Return what follows in one step from what was settled in the last. */
    propagate(settled) {
      const next = [];
      for (const atom of settled) {
        const isTrue = this.values[atom] === TRUE;
        for (const rule of (isTrue ? this.neededBy : this.barredBy)[atom]) {
          this.missing[rule] -= 1;
          if (!this.missing[rule]) {
            this.makeTrue(rule, next);
          }
        }
        for (const rule of (isTrue ? this.barredBy : this.neededBy)[atom]) {
          this.kill(rule, next);
        }
      }
      return next;
    }

    settle(atom, value, settled) {
      this.values[atom] = value;
      settled.push(atom);
    }

    makeTrue(rule, settled) {
      const head = this.program.heads[rule];
      if (this.values[head] === UNKNOWN) {
        this.settle(head, TRUE, settled);
      }
    }

    kill(rule, settled) {
      if (this.isDead[rule]) {
        return;
      }
      this.isDead[rule] = true;
      const head = this.program.heads[rule];
      this.alive[head] -= 1;
      if (this.values[head] !== UNKNOWN) {
        return;
      }
      if (!this.alive[head]) {
        this.settle(head, FALSE, settled);
      } else if (this.circleOf[head] !== NONE) {
        this.doubtful.add(this.circleOf[head]); // the rule may have been what the circle stood on
      }
    }

    /** Make false what only leans on itself. Only a circle that lost a rule since the last look can hold such. */
    failUnfounded() {
      if (!this.circles && this.values.includes(UNKNOWN)) {
        this.findCircles();
      }
      const settled = [];
      for (const number of this.doubtful) {
        for (const atom of this.findUnfounded(number)) {
          this.unfounded.add(atom);
          this.settle(atom, FALSE, settled);
        }
      }
      this.doubtful.clear();
      return settled;
    }

    findCircles() {
      this.circles = findCircles(this.program, this.neededBy, this.rulesFor);
      this.circles.forEach((circle, number) => circle.forEach((atom) => { this.circleOf[atom] = number; }));
      this.doubtful = new Set(this.circles.keys());
    }

    /** Return the atoms of a circle that do not follow even if all outside of it that is not false were true. */
    findUnfounded(number) {
      const unknown = this.circles[number].filter((atom) => this.values[atom] === UNKNOWN);
      const isInside = (atom) => this.circleOf[atom] === number && this.values[atom] === UNKNOWN;
      const waiting = new Map();
      const founded = new Set(); // yields what is added while it is read
      for (const atom of unknown) {
        for (const rule of this.rulesFor[atom]) {
          const count = this.isDead[rule] ? Infinity : this.program.bodies[rule].filter(isInside).length;
          waiting.set(rule, count);
          if (!count) {
            founded.add(atom);
          }
        }
      }
      for (const atom of founded) {
        for (const rule of this.neededBy[atom]) {
          if (waiting.has(rule)) {
            waiting.set(rule, waiting.get(rule) - 1);
            if (!waiting.get(rule)) {
              founded.add(this.program.heads[rule]);
            }
          }
        }
      }
      return unknown.filter((atom) => !founded.has(atom));
    }
  }

  // --- labels: what the model says of each element, and why ---

  class Labels {
    constructor(compilation) {
      this.compilation = compilation;
      this.atoms = compilation.atoms;
      this.model = new Solver(compilation.program).solve();
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
   * @param {ArgumentMap} map what label_data in what_if.py makes of a map
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
