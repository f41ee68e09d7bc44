"""The writer of goal structures: claims as goals, inferences as strategies, sources as solutions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from argmap.formats.assembly import is_id
from argmap.formats.foreign import kept_by
from argmap.formats.gsn.reader import CONTEXT_OF, MODULE, READ_FIELDS, Kind, kind_of
from argmap.formats.losses import name_ids
from argmap.formats.native.writer import to_yaml
from argmap.model import AnyClaim, ArgumentMap, Given, Inference

_GOALS = frozenset({Kind.GOAL, Kind.COUNTER_GOAL})
_GIVEN = frozenset({Kind.ASSUMPTION, Kind.JUSTIFICATION})
_BY_TAG = {kind.name.lower().replace("_", "-"): kind for kind in Kind if kind not in {Kind.SOLUTION, Kind.CONTEXT}}
_Fields = dict[str, Any]


def write_gsn(argument_map: ArgumentMap) -> str:
    """Return the map as a goal structure in the YAML of gsn2x; see `find_losses` of the format for what gets lost.

    Claims are goals, or what their tags say that they were in a file of the format. Each inference is a strategy,
    unless it has the id that the reader gives to goals directly below a goal. O(n + m).
    """
    return to_yaml(_Writing(argument_map).document())


def find_changes(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Tell which attacks a goal structure cannot hold as they are."""
    attackable = {claim.id for claim in argument_map.claims} | {step.id for step in argument_map.inferences}
    linked = [attack.id for attack in argument_map.attacks if len(set(attack.premises)) > 1]
    loose = [attack.id for attack in argument_map.attacks if attack.target not in attackable]
    told = (
        (linked, "gsn cannot link what attacks: the premises of {} each stand by themselves"),
        (loose, "gsn can attack claims and inferences alone: {} are left out"),
    )
    return tuple(sentence.format(name_ids(ids)) for ids, sentence in told if ids)


class _Names:
    """The names of elements in the file: each stands once."""

    def __init__(self) -> None:
        self.taken = {MODULE}
        self._numbers: Counter[str] = Counter()

    def new(self, wanted: str) -> str:
        """Return the wanted name, or the next one like it that is free."""
        name = wanted
        while name in self.taken:
            self._numbers[wanted] += 1
            name = f"{wanted}-{self._numbers[wanted] + 1}"
        self.taken.add(name)
        return name


class _Writing:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.names = _Names()
        self.claim_names = [self.names.new(claim.id) for claim in argument_map.claims]
        self.known = _firsts((claim.id for claim in argument_map.claims), self.claim_names)
        self.source_names = [self.names.new(source.id) for source in argument_map.sources]
        self.solutions = _firsts((source.id for source in argument_map.sources), self.source_names)
        steps = [step for step in argument_map.inferences if step.conclusion in self.known]
        self.direct = self._find_direct(steps)
        self.strategies = [
            (self.names.new(step.id), step)
            for step in steps
            if self.direct.get(step.conclusion) is not step and self._premises(step)
        ]
        self.kinds = self._find_kinds()
        self.contexts: dict[str, _Fields] = {}
        self.context_names: dict[str, str] = {}

    def document(self) -> _Fields:
        claims = {name: self._claim(claim, name) for claim, name in zip(self.map.claims, self.claim_names, strict=True)}
        strategies: dict[str, _Fields] = {}
        for name, step in self.strategies:
            strategies[name] = self._strategy(name, step)
            claims[self.known[step.conclusion]].setdefault("supportedBy", []).append(name)
        for claim, name in zip(self.map.claims, self.claim_names, strict=True):
            if cites := [solution for source in claim.cites if (solution := self._solution(source))]:
                claims[name].setdefault("supportedBy", []).extend(cites)
        self._add_challenges(claims)
        solutions = {
            name: self._element(name, Kind.SOLUTION, source.title, kept_by(source, "gsn"))
            | ({"url": source.url} if source.url else {})
            for source, name in zip(self.map.sources, self.source_names, strict=True)
        }
        return self._module() | claims | strategies | solutions | self.contexts

    def _module(self) -> _Fields:
        kept = kept_by(self.map, "gsn").get(MODULE)
        module = dict(_plain(kept)) if isinstance(kept, dict) else {}
        if " ".join(str(module.get("name") or "").split()) != self.map.title:
            module |= {"name": self.map.title}
        return {MODULE: module} if any(module.values()) else {}

    def _find_direct(self, steps: Iterable[Inference]) -> dict[str, Inference]:
        """Return the inferences that need no strategy, by conclusion."""
        found: dict[str, Inference] = {}
        for step in steps:
            name = f"{self.known[step.conclusion]}-support"
            is_bare = not step.note and not kept_by(step, "gsn")
            if step.id == name and name not in self.names.taken and is_bare and self._premises(step):
                found[step.conclusion] = step
                self.names.taken.add(name)
        return found

    def _find_kinds(self) -> dict[str, Kind]:
        """Return the kinds of claims by id, such that strategies are read as inferences."""
        warrants = {step.warrant for step in self.map.inferences}
        attackers = {premise for attack in self.map.attacks for premise in attack.premises}
        kinds: dict[str, Kind] = {}
        for claim in self.map.claims:
            kinds.setdefault(claim.id, _kind_for(claim, claim.id in warrants, claim.id in attackers))
        used = [*self.direct.values(), *(step for _, step in self.strategies)]
        without = [step for step in used if kinds.get(step.warrant or "") is not Kind.JUSTIFICATION]
        if any(kinds.get(premise) is Kind.JUSTIFICATION for step in without for premise in step.premises):
            for premise in {premise for step in used for premise in step.premises}:
                if kinds.get(premise) is Kind.JUSTIFICATION:
                    kinds[premise] = Kind.GOAL
        for _, step in self.strategies:
            self._make_goals(step, kinds)
        if self._would_be_steps(kinds):
            kinds = {name: Kind.GOAL if kind is Kind.STRATEGY else kind for name, kind in kinds.items()}
        return kinds

    def _make_goals(self, step: Inference, kinds: dict[str, Kind]) -> None:
        """Make goals of what a strategy cannot lead from or to."""
        premises = [premise for premise in step.premises if premise in kinds]
        wrong = [premise for premise in premises if kinds[premise] not in _GOALS | _GIVEN]
        if kinds[step.conclusion] not in _GOALS:
            wrong.append(step.conclusion)
        if all(kinds[premise] in _GIVEN for premise in premises):
            wrong += premises[:1]
        for name in wrong:
            kinds[name] = Kind.GOAL

    def _would_be_steps(self, kinds: Mapping[str, Kind]) -> bool:
        """Tell whether a claim that is a strategy would be read as an inference: all around it are goals."""
        safe = {claim.id for claim in self.map.claims if any(self._solution(source) for source in claim.cites)}
        below = set(self.direct)
        above = set()
        for step in self.direct.values():
            for premise in step.premises:
                above.add(premise)
                if kinds.get(premise) not in _GOALS:
                    safe.add(step.conclusion)
                if kinds[step.conclusion] not in _GOALS:
                    safe.add(premise)
        return any(kind is Kind.STRATEGY for name, kind in kinds.items() if name in (below & above) - safe)

    def _premises(self, step: Inference) -> list[str]:
        """Return the ids of what an inference starts from; what nothing defines is kept if its id is that of a goal."""
        return [
            premise
            for premise in dict.fromkeys(step.premises)
            if premise in self.known
            or (is_id(premise) and premise not in self.names.taken and kind_of(premise, "") in _GOALS)
        ]

    def _solution(self, source_id: str) -> str:
        is_free = is_id(source_id) and source_id not in self.names.taken
        return self.solutions.get(source_id) or (
            source_id if is_free and kind_of(source_id, "") is Kind.SOLUTION else ""
        )

    def _claim(self, claim: AnyClaim, name: str) -> _Fields:
        kind = self.kinds[claim.id]
        fields = self._element(name, kind, claim.text, kept_by(claim, "gsn"))
        around = self._contexts(claim.note)
        step = self.direct.get(claim.id) if self.known[claim.id] == name else None
        if step:
            fields["supportedBy"], given = self._split(step)
            around += given
        else:
            around += self._unused(claim)
        return fields | ({"inContextOf": around} if around else {})

    def _strategy(self, name: str, step: Inference) -> _Fields:
        lines = step.note.split("\n")
        first = next((n for n, line in enumerate(lines) if line.startswith(CONTEXT_OF)), len(lines))
        fields = self._element(name, Kind.STRATEGY, "\n".join(lines[:first]), kept_by(step, "gsn"))
        fields["supportedBy"], given = self._split(step)
        around = self._contexts("\n".join(lines[first:])) + given
        return fields | ({"inContextOf": around} if around else {})

    def _split(self, step: Inference) -> tuple[list[str], list[str]]:
        """Return the names of what is below an inference, and of the warrant and the assumptions around it."""
        premises = self._premises(step)
        given = [premise for premise in premises if self.kinds.get(premise) in _GIVEN]
        below = [premise for premise in premises if premise not in set(given)]
        if not below:
            below, given = premises, []
        has_warrant = self.kinds.get(step.warrant or "") is Kind.JUSTIFICATION
        around = [step.warrant or ""] if has_warrant else []
        around += sorted(given, key=lambda premise: self.kinds[premise] is Kind.JUSTIFICATION)
        return [self.known.get(name, name) for name in below], [self.known[name] for name in around]

    def _unused(self, claim: AnyClaim) -> list[str]:
        """Return the names of the assumptions and justifications that bear on nothing, as the reader kept them."""
        kept = kept_by(claim, "gsn").get("inContextOf")
        names = [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []
        return [self.known[name] for name in names if self.kinds.get(name) in _GIVEN]

    def _add_challenges(self, claims: Mapping[str, _Fields]) -> None:
        ends = {step.id: name for name, step in reversed(self.strategies)}
        ends |= {step.id: step.id for step in self.direct.values()} | self.known
        for attack in self.map.attacks:
            for premise in dict.fromkeys(attack.premises):
                if premise in self.known and attack.target in ends:
                    claims[self.known[premise]].setdefault("challenges", []).append(ends[attack.target])

    def _contexts(self, note: str) -> list[str]:
        """Return the names of the contexts that hold the lines of a note; contexts of one text are one."""
        names = []
        for line in note.split("\n") if note else []:
            text = " ".join(line.removeprefix(CONTEXT_OF).split())
            if text not in self.context_names:
                name = self.context_names[text] = self.names.new(f"C{len(self.contexts) + 1}")
                self.contexts[name] = self._element(name, Kind.CONTEXT, text, {})
            names.append(self.context_names[text])
        return names

    def _element(self, name: str, kind: Kind, text: str, kept: Mapping[str, Any]) -> _Fields:
        fields: _Fields = {"text": text}
        if kind_of(name, "") is not kind:
            fields["nodeType"] = kind.value[1]
        return fields | {field: _plain(value) for field, value in kept.items() if field not in READ_FIELDS}


def _kind_for(claim: AnyClaim, is_warrant: bool, is_attacker: bool) -> Kind:
    """Return the kind that a claim's tag names, or else what it is used as."""
    is_given = claim.given is Given.ASSUMED
    tagged = _BY_TAG.get(claim.tags[0]) if len(claim.tags) == 1 else None
    if tagged is not None and (tagged in _GIVEN) == is_given:
        return tagged
    if is_given:
        return Kind.JUSTIFICATION if is_warrant else Kind.ASSUMPTION
    return Kind.COUNTER_GOAL if is_attacker else Kind.GOAL


def _firsts(ids: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """Return the names by id; where an id stands twice, the first."""
    found: dict[str, str] = {}
    for element_id, name in zip(ids, names, strict=True):
        found.setdefault(element_id, name)
    return found


def _plain(value: Any) -> Any:
    """Return a kept value with truth values and whole numbers as such: gsn2x does not take them as texts."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str) and len(value) < 10 and value.removeprefix("-").isdecimal() and str(int(value)) == value:
        return int(value)
    return value
