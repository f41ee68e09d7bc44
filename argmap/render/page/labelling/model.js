/**
 * The well-founded model of a program, as in argmap.semantics.programs: what follows is true, what cannot follow is
 * false, the rest is unknown. Nothing here recurses.
 */
const argmapModel = (() => {
  const FALSE = 0;
  const UNKNOWN = 1;
  const TRUE = 2;
  const NONE = -1;

  /** Return for each atom the numbers of the groups that it is in. */
  function index(count, groups) {
    const found = Array.from({ length: count }, () => []);
    groups.forEach((group, number) => group.forEach((atom) => found[atom].push(number)));
    return found;
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

  const solve = (program) => new Solver(program).solve();

  return Object.freeze({ FALSE, UNKNOWN, TRUE, solve });
})();
