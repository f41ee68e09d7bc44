"""The writer of Carneades' YAML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import permutations
from typing import Any

from argmap.formats.assembly import Assembly, is_id
from argmap.formats.carneades.reader import (
    OWN,
    STANDARDS,
    default_roles,
    premises_of,
    recognise_carneades,
)
from argmap.formats.foreign import kept_by
from argmap.formats.native.writer import to_yaml
from argmap.model import AnyClaim, ArgumentMap, Attack, Given, Inference

NAME = "carneades"
_WORDS = {standard: word for word, standard in STANDARDS.items()}
_Pair = tuple[str, str]


def write_carneades(argument_map: ArgumentMap) -> str:
    """Return the map as an argument graph of Carneades 4; see `find_losses` of its format for what that loses.

    An attack by a claim on an inference is its undercutter, and claims that attack each other are positions of an
    issue. Other attacks stand under `meta`, where only argmap reads them. O(n + m).
    """
    document = _Writing(argument_map).document()
    meta = {"meta": document.pop("meta")} if "meta" in document else {}
    graph = to_yaml(document)
    if not meta:
        return graph
    text = to_yaml(meta) + graph
    return text if recognise_carneades(text) else graph + to_yaml(meta)  # it is known by what stands near its start


def find_own_attacks(argument_map: ArgumentMap) -> list[str]:
    """Return the ids of the attacks that stand under `meta`, where Carneades does not read them."""
    return [attack.id for attack in _Attacks(argument_map).others]


class _Attacks:
    """The attacks of a map by how Carneades can say them.

    Attributes:
        standards: those of the claims, by id.
        undercutters: the claims that undercut an inference, by its id.
        issues: the positions of issues, by their names.
        others: the attacks that it cannot say, in the order of the map.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.standards = {claim.id: claim.standard for claim in reversed(argument_map.claims)}
        self.steps = {step.id for step in argument_map.inferences} - self.standards.keys()
        self.named = {attack.target for attack in argument_map.attacks}
        self.undercutters: dict[str, list[str]] = defaultdict(list)
        self.issues: dict[str, list[str]] = {}
        rest = self._take_issues(argument_map.attacks)
        rest = self._take_undercutters(rest)
        self.others = self._take_pairs(rest)

    def _take_issues(self, attacks: Sequence[Attack]) -> list[Attack]:
        """Take the issues that a file had, whose attacks have ids such as `issue:one:other`; return the others."""
        groups: dict[str, list[tuple[int, _Pair]]] = defaultdict(list)
        for number, attack in enumerate(attacks):
            end = f":{attack.premises[0]}:{attack.target}"
            if len(attack.premises) == 1 and attack.id.endswith(end) and attack.id != end:
                groups[attack.id.removesuffix(end)].append((number, (attack.premises[0], attack.target)))
        taken: set[int] = set()
        for name, group in groups.items():
            positions = list(dict.fromkeys(one for _, (one, _) in group))
            is_whole = len(group) == len(positions) * (len(positions) - 1)
            if is_whole and {pair for _, pair in group} == set(permutations(positions, 2)):
                self.issues[name] = positions
                taken |= {number for number, _ in group}
        return [attack for number, attack in enumerate(attacks) if number not in taken]

    def _take_undercutters(self, attacks: Sequence[Attack]) -> list[Attack]:
        """Take one undercutter for each inference, and all that come from a file of Carneades; return the others."""
        others: list[Attack] = []
        for attack in attacks:
            is_made = attack.id == f"{attack.target}:undercutter"
            is_free = attack.target not in self.undercutters and attack.id not in self.named
            if attack.target in self.steps and len(attack.premises) == 1 and (is_made or is_free):
                self.undercutters[attack.target].append(attack.premises[0])
            else:
                others.append(attack)
        return others

    def _take_pairs(self, attacks: Sequence[Attack]) -> list[Attack]:
        """Take the claims that attack each other as issues; return the others.

        To Carneades a claim is in one issue, and the positions of an issue have one standard.
        """
        placed = {position for positions in self.issues.values() for position in positions}
        firsts: dict[_Pair, int] = {}
        for number, attack in enumerate(attacks):
            if len(attack.premises) == 1 and attack.target in self.standards and attack.id not in self.named:
                firsts.setdefault((attack.premises[0], attack.target), number)
        taken: set[int] = set()
        for (one, other), number in firsts.items():
            back = firsts.get((other, one), 0)
            is_free = placed.isdisjoint((one, other)) and self.standards.get(one) == self.standards[other]
            if number < back and is_free:
                self.issues[_free("issue", len(self.issues) + 1, self.issues)] = [one, other]
                placed |= {one, other}
                taken |= {number, back}
        return [attack for number, attack in enumerate(attacks) if number not in taken]


class _Writing:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.attacks = _Attacks(argument_map)
        self.taken = {element.id for element in argument_map.elements()}
        self.names: dict[str, str] = {}
        self.reader = Assembly("", "")
        self.claims = list(zip(self._names_of(argument_map.claims), argument_map.claims, strict=True))
        self.arguments = list(zip(self._names_of(argument_map.inferences), argument_map.inferences, strict=True))

    def document(self) -> dict[str, Any]:
        kept = dict(kept_by(self.map, NAME))
        kept_meta = kept.pop("meta", None)
        meta: dict[str, Any] = {"title": self.map.title, "note": self.map.note}
        meta |= {name: value for name, value in _fields(kept_meta).items() if name not in {*meta, OWN}}
        if attacks := [self._own_attack(attack) for attack in self.attacks.others]:
            meta[OWN] = {"attacks": attacks}
        sections: dict[str, Any] = {
            "meta": {name: value for name, value in meta.items() if value != ""},
            "statements": {name: self._statement(name, claim) for name, claim in self.claims},
            "assumptions": [name for name, claim in self.claims if claim.given is not Given.NONE],
            "issues": dict(self._issues()),
            "arguments": {name: self._argument(name, step) for name, step in self.arguments},
        }
        rest = {name: value for name, value in kept.items() if name not in sections}
        return {name: value for name, value in sections.items() if value or name == "statements"} | rest

    def _names_of(self, elements: Iterable[AnyClaim | Inference]) -> list[str]:
        """Return the names of elements; where an id stands twice the later ones get another."""
        names: dict[str, None] = {}
        for element in elements:
            name = self._name(element)
            if name in names:
                name = _free(element.id, 2, self.taken)
            names[name] = None
            self.taken.add(name)
        return list(names)

    def _name(self, element: AnyClaim | Inference) -> str:
        """Return what the element was called in its file, if the reader makes its id of that, else its id."""
        name = kept_by(element, NAME).get("id")
        if isinstance(name, str) and not is_id(name) and self.reader.id_for(name) == element.id:
            self.names[element.id] = name
            return name
        self.reader.id_for(element.id)
        return element.id

    def _named(self, element_id: str) -> str:
        return self.names.get(element_id, element_id)

    def _statement(self, name: str, claim: AnyClaim) -> Any:
        kept = _rest(claim, name, {"text", "assumed"})
        return {"text": claim.text} | kept if kept else claim.text

    def _argument(self, name: str, step: Inference) -> dict[str, Any]:
        undercutters = [self._named(claim) for claim in self.attacks.undercutters.pop(step.id, ())]
        fields = {
            "scheme": step.scheme,
            "premises": self._premises(step),
            "conclusion": self._named(step.conclusion),
            "undercutter": undercutters[0] if len(undercutters) == 1 else undercutters or None,
            "weight": step.weight,
        }
        kept = _rest(step, name, {*fields, "roles"})
        return {field: value for field, value in fields.items() if value is not None} | kept

    def _premises(self, step: Inference) -> Any:
        names = [self._named(premise) for premise in step.premises]
        warrant = None if step.warrant is None else self._named(step.warrant)
        roles = kept_by(step, NAME).get("roles")
        if isinstance(roles, dict):
            known, has_warrant = premises_of(roles)
            left = iter(names)
            filled = {role: warrant if has_warrant and role == "warrant" else next(left, None) for role in roles}
            if len(known) == len(names) and premises_of(filled) == (names, warrant):
                return filled
        if warrant is None:
            return names
        return dict(zip(default_roles(len(names)), [*names, warrant], strict=True))

    def _issues(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the issues: positions that attack each other, then each claim whose standard none of those tells."""
        told: set[str] = set()
        for name, positions in self.attacks.issues.items():
            fields: dict[str, Any] = {"positions": [self._named(position) for position in positions]}
            found = {self.attacks.standards.get(position) for position in positions}
            standard = found.pop() if len(found) == 1 else None
            if standard is not None:
                fields["standard"] = _WORDS[standard]
                told |= set(positions)
            yield name, fields
        for name, claim in self.claims:
            if claim.standard is not None and (claim.id not in told or name != self._named(claim.id)):
                title = f"standard-of-{name}"
                title = title if title not in self.attacks.issues else _free(title, 2, self.attacks.issues)
                yield title, {"positions": [name], "standard": _WORDS[claim.standard]}

    def _own_attack(self, attack: Attack) -> dict[str, Any]:
        premises = [self._named(premise) for premise in attack.premises]
        return {"id": attack.id, "target": self._named(attack.target), "premises": premises}


def _rest(element: AnyClaim | Inference, name: str, written: set[str]) -> dict[str, Any]:
    """Return what the format keeps in an element beside the fields that are written and the name that it gets back."""
    kept = kept_by(element, NAME)
    is_name = kept.get("id") == name and not is_id(name)
    return {field: value for field, value in kept.items() if field not in written and (field != "id" or not is_name)}


def _fields(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _free(base: str, number: int, taken: Collection[str]) -> str:
    """Return the base with a number that gives a name not taken yet."""
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"
