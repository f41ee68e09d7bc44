"""GSN, the Goal Structuring Notation, in the YAML of gsn2x: goals, strategies, solutions and their context."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from enum import Enum
from typing import Any

from argmap.formats.assembly import Assembly, Position, extension, shown
from argmap.formats.foreign_yaml import as_text, as_texts, parse_foreign_yaml
from argmap.formats.notices import Notice
from argmap.formats.result import LoadResult
from argmap.formats.tree import SyntaxProblemError

_ELEMENT = re.compile(r"^[\"']?(?:Sn|CG|CS|[GSCAJ])[\w.-]*[\"']?[ \t]*:[ \t]*(?:\{|$)", re.MULTILINE)
_FIELD = re.compile(r"^[ \t]+(supportedBy|inContextOf|undeveloped|challenges)[ \t]*:|[{,] *(supportedBy)", re.MULTILINE)
_START = 20_000
MODULE = "module"
CONTEXT_OF = "In the context of: "
"""How a line of a note begins that holds the text of a context."""

READ_FIELDS = frozenset({"text", "supportedBy", "inContextOf", "challenges", "nodeType"})


class Kind(Enum):
    """The kinds of elements: the prefix of their ids, and the name that `nodeType` has for them."""

    SOLUTION = ("Sn", "Solution")
    COUNTER_GOAL = ("CG", "CounterGoal")
    COUNTER_SOLUTION = ("CS", "CounterSolution")
    GOAL = ("G", "Goal")
    STRATEGY = ("S", "Strategy")
    CONTEXT = ("C", "Context")
    ASSUMPTION = ("A", "Assumption")
    JUSTIFICATION = ("J", "Justification")


_CLAIMS = frozenset({Kind.GOAL, Kind.COUNTER_GOAL, Kind.COUNTER_SOLUTION, Kind.ASSUMPTION, Kind.JUSTIFICATION})


def read_gsn(text: str, file: str = "<text>") -> LoadResult:
    r"""Return the map of a goal structure.

    Goals are claims, and the goals that support one are linked. A strategy between goals is the inference. Solutions
    are the sources that goals cite. Assumptions are given premises, the first justification of a step is its warrant,
    and contexts stand in notes. Counter goals attack what they challenge. What else an element has is kept as an
    extension.

    Args:
        text: the content of a file, with LF line ends.
        file: its name, as places show it.

    Examples:
        >>> found = read_gsn("G1:\n  text: It is safe\n  supportedBy: [Sn1]\nSn1:\n  text: Test report\n")
        >>> found.map.claims[0].cites
        ('Sn1',)
    """
    assembly = Assembly(text, file)
    try:
        return _Reading(assembly, text).read()
    except SyntaxProblemError as problem:
        return assembly.nothing(problem.finding)


def recognise_gsn(text: str) -> str:
    """Tell why a text is a goal structure; "" if it is none."""
    start = text[:_START]
    field = _FIELD.search(start)
    return f"YAML with elements such as `G1` and `{field[1] or field[2]}`" if field and _ELEMENT.search(start) else ""


class _Reading:
    def __init__(self, assembly: Assembly, text: str) -> None:
        self.assembly = assembly
        self.document = parse_foreign_yaml(text, assembly.file)
        self.elements: dict[str, dict[str, Any]] = {}
        self.kinds: dict[str, Kind] = {}
        self.parents: dict[str, list[str]] = defaultdict(list)
        self.steps: frozenset[str] = frozenset()

    def read(self) -> LoadResult:
        for finding in self.document.findings:
            self.assembly.add(finding)
        module = self.document.value.get(MODULE)
        self._find_elements()
        for name, fields in self.elements.items():
            for supporter in as_texts(fields.get("supportedBy")):
                self.parents[supporter].append(name)
        self.steps = frozenset(name for name in self.elements if self._is_step(name))
        for name in self.elements:
            self._add_element(name)
        self._add_steps()
        self._add_challenges()
        info = module if isinstance(module, dict) else {}
        title = " ".join(as_text(info.get("name")).split())
        return self.assembly.result(title=title, extensions=extension("gsn", {MODULE: module} if module else {}))

    def _find_elements(self) -> None:
        for name, value in self.document.value.items():
            if name == MODULE:
                continue
            fields = value if isinstance(value, dict) else {"text": value}
            kind = kind_of(name, as_text(fields.get("nodeType")))
            if kind is None:
                message = f"found [{shown(name)}], expected an id that begins with G, S, Sn, C, A or J"
                self.assembly.problem(Notice.UNKNOWN_FIELD, message, self._at(name), "or add its nodeType")
            else:
                self.elements[name], self.kinds[name] = fields, kind

    def _at(self, name: str) -> Position:
        return self.document.positions.keys.get((name,)) or (1, 1)

    def _is_step(self, name: str) -> bool:
        """Tell whether a strategy is an inference: it leads from goals to goals."""
        if self.kinds[name] is not Kind.STRATEGY:
            return False
        below = list(as_texts(self.elements[name].get("supportedBy")))
        parents = self.parents.get(name, [])
        goals = {Kind.GOAL, Kind.COUNTER_GOAL}
        return bool(below and parents) and all(
            self.kinds.get(other, kind_of(other, "")) in goals for other in (*below, *parents)
        )

    def _add_element(self, name: str) -> None:
        fields, kind = self.elements[name], self.kinds[name]
        element_id, position = self.assembly.id_for(name), self._at(name)
        text = as_text(fields.get("text")).strip()
        own = {field: value for field, value in fields.items() if field not in READ_FIELDS}
        if kind is Kind.SOLUTION:
            url = as_text(own.pop("url", ""))
            self.assembly.source(element_id, position, title=text, url=url, extensions=extension("gsn", own))
        elif kind in _CLAIMS or (kind is Kind.STRATEGY and name not in self.steps):
            if unused := self._find_unused(name):
                own["inContextOf"] = unused
                message = (
                    f"[{element_id}] has no goals directly below it that {', '.join(unused)} could bear on: "
                    "kept as extension"
                )
                self.assembly.inform(Notice.SET_ASIDE, message, position)
            is_given = kind in {Kind.ASSUMPTION, Kind.JUSTIFICATION}
            supporters = as_texts(fields.get("supportedBy"))
            cites = [self.assembly.id_for(other) for other in supporters if self._is_solution(other)]
            self.assembly.claim(
                text,
                position,
                id=element_id,
                given="assumed" if is_given else "none",
                cites=cites,
                note=self._contexts(fields),
                tags=() if kind is Kind.GOAL else (kind.name.lower().replace("_", "-"),),
                extensions=extension("gsn", own),
            )

    def _find_unused(self, name: str) -> list[str]:
        """Return the assumptions and justifications of a claim that no goal supports directly."""
        fields = self.elements[name]
        below = as_texts(fields.get("supportedBy"))
        if any(not self._is_solution(other) and other not in self.steps for other in below):
            return []
        wanted = {Kind.ASSUMPTION, Kind.JUSTIFICATION}
        return [other for other in as_texts(fields.get("inContextOf")) if self.kinds.get(other) in wanted]

    def _is_solution(self, name: str) -> bool:
        return self.kinds.get(name, kind_of(name, "")) is Kind.SOLUTION

    def _contexts(self, fields: dict[str, Any]) -> str:
        """Return the texts of the contexts that an element stands in."""
        names = as_texts(fields.get("inContextOf"))
        texts = (as_text(self.elements[name].get("text")) for name in names if self.kinds.get(name) is Kind.CONTEXT)
        return "\n".join(f"{CONTEXT_OF}{' '.join(text.split())}" for text in texts)

    def _add_steps(self) -> None:
        for name, fields in self.elements.items():
            if self.kinds[name] is Kind.SOLUTION or name in self.steps:
                continue
            below = [n for n in as_texts(fields.get("supportedBy")) if n not in self.steps and not self._is_solution(n)]
            if below:
                self._add_step(f"{name}-support", name, below, fields, "")
            for strategy in (n for n in as_texts(fields.get("supportedBy")) if n in self.steps):
                own = self.elements[strategy]
                first = self.parents[strategy][0] == name
                step_name = strategy if first else f"{strategy}-{name}"
                self._add_step(step_name, name, list(as_texts(own.get("supportedBy"))), own, strategy)

    def _add_step(self, step_name: str, end: str, below: list[str], fields: dict[str, Any], strategy: str) -> None:
        around = [name for name in as_texts(fields.get("inContextOf")) if name in self.kinds]
        justifications = [name for name in around if self.kinds[name] is Kind.JUSTIFICATION]
        given = [name for name in around if self.kinds[name] is Kind.ASSUMPTION] + justifications[1:]
        own = {field: value for field, value in fields.items() if field not in READ_FIELDS} if strategy else {}
        notes = (as_text(fields.get("text")).strip(), self._contexts(fields)) if strategy else ()
        self.assembly.support(
            self.assembly.id_for(end),
            [self.assembly.id_for(name) for name in dict.fromkeys([*below, *given])],
            self._at(strategy or end),
            id=self.assembly.id_for(step_name),
            warrant=self.assembly.id_for(justifications[0]) if justifications else None,
            note="\n".join(filter(None, notes)),
            extensions=extension("gsn", own),
        )

    def _add_challenges(self) -> None:
        for name, fields in self.elements.items():
            count: Counter[str] = Counter()
            for target in as_texts(fields.get("challenges")):
                count[target] += 1
                again = f"-{count[target]}" if count[target] > 1 else ""
                attack_id = self.assembly.id_for(f"{name}-challenges-{target}{again}")
                starts, end = [self.assembly.id_for(name)], self.assembly.id_for(target)
                self.assembly.attack(end, starts, self._at(name), id=attack_id)


def kind_of(name: str, node_type: str) -> Kind | None:
    """Return the kind that the node type names, or else the first letters of the id."""
    wanted = re.sub(r"[\s_-]", "", node_type).lower()
    for kind in Kind:
        prefix, title = kind.value
        if wanted == title.lower() if wanted else name.startswith(prefix):
            return kind
    return None
