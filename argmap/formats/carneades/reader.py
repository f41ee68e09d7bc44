"""The reader of Carneades' YAML: statements, arguments with undercutters, issues with proof standards, assumptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations
from typing import Any

from argmap.formats.assembly import Assembly, Position, extension, is_id, shown
from argmap.formats.foreign_yaml import as_text, as_texts, parse_foreign_yaml
from argmap.formats.notices import Notice
from argmap.formats.result import LoadResult
from argmap.formats.tree import SyntaxProblemError
from argmap.model import Path

_TOP = re.compile(
    r"^(statements|arguments|assumptions|issues|argument_schemes|weighing_functions)[ \t]*:", re.MULTILINE
)
_START = 20_000
STANDARDS = {
    "PE": "preponderance", "CCE": "clear-and-convincing", "BRD": "beyond-reasonable-doubt", "SE": "scintilla",
    "DV": "dialectical",
}  # fmt: skip
OWN = "argmap"
"""The field of `meta` where attacks stand that Carneades has no word for."""

_TRUE = frozenset({"true", "yes", "on"})
_MOST_POSITIONS = 50
"""An issue with more positions than this is set aside: each would attack each other."""

_READ = frozenset({"meta", "statements", "arguments", "assumptions", "issues"})
_READ_OF_STATEMENT = frozenset({"text", "assumed"})
_READ_OF_ARGUMENT = frozenset({"premises", "conclusion", "undercutter", "weight", "scheme"})


def read_carneades(text: str, file: str = "<text>") -> LoadResult:
    r"""Return the map of an argument graph of Carneades 4.

    Assumptions are given, undercutters attack the argument's inference, a premise with the role `warrant` is the
    warrant, and positions of an issue attack one another under the issue's standard. Schemes, languages, weighing
    functions and tests are kept as extensions.

    Args:
        text: the content of a file, with LF line ends.
        file: its name, as places show it.

    Examples:
        >>> rain = "statements: {p: It rains, q: It is wet}\narguments: {a: {premises: [p], conclusion: q}}"
        >>> found = read_carneades(rain)
        >>> [(step.id, step.premises, step.conclusion) for step in found.map.inferences]
        [('a', ('p',), 'q')]
    """
    assembly = Assembly(text, file)
    try:
        return _Reading(assembly, text).read()
    except SyntaxProblemError as problem:
        return assembly.nothing(problem.finding)


def recognise_carneades(text: str) -> str:
    """Tell why a text is an argument graph of Carneades; "" if it is none."""
    if text.lstrip()[:1] in {"=", "<", "["}:  # other formats may begin with a block of YAML, or have one in them
        return ""
    keys = {match[1] for match in _TOP.finditer(text[:_START])}
    if "statements" in keys or "argument_schemes" in keys or {"arguments", "assumptions"} <= keys:
        return f"YAML with `{'` and `'.join(sorted(keys))}`"
    return ""


def premises_of(premises: Any) -> tuple[list[str], str | None]:
    """Return the names of the premises of an argument, which may be a list or have roles, and that of its warrant."""
    warrant = premises.get("warrant") if isinstance(premises, dict) and len(premises) > 1 else None
    if not isinstance(warrant, str):
        return list(as_texts(premises)), None
    return list(as_texts({role: name for role, name in premises.items() if role != "warrant"})), warrant


def default_roles(count: int) -> list[str]:
    """Return the roles of premises beside a warrant that say nothing, and that of the warrant."""
    return [*(f"premise-{number}" for number in range(1, count + 1)), "warrant"]


class _Reading:
    def __init__(self, assembly: Assembly, text: str) -> None:
        self.assembly = assembly
        self.document = parse_foreign_yaml(text, assembly.file)
        self.fields: dict[str, Any] = self.document.value
        self.standards: dict[str, str] = {}

    def read(self) -> LoadResult:
        for finding in self.document.findings:
            self.assembly.add(finding)
        meta = self._section("meta")
        kept = {name: value for name, value in self.fields.items() if name not in _READ}
        if kept:
            names = ", ".join(f"`{shown(name)}`" for name in kept)
            self.assembly.inform(Notice.SET_ASIDE, f"{names} are kept as extensions", self._at(next(iter(kept))))
        if rest := {name: value for name, value in meta.items() if name not in {"title", "note", OWN}}:
            kept["meta"] = rest
        issues = list(self._issues())
        self._add_claims()
        self._add_arguments()
        for name, positions in issues:
            word = name if is_id(name) else self.assembly.id_for(f"issue {name}")
            for one, other in permutations(positions, 2):
                step_id = self.assembly.id_for(f"{word}:{one}:{other}")
                self.assembly.attack(other, [one], self._at("issues", name), id=step_id)
        self._add_own_attacks(meta.get(OWN))
        note = as_text(meta.get("note"))
        return self.assembly.result(
            title=" ".join(as_text(meta.get("title")).split()), note=note, extensions=extension("carneades", kept)
        )

    def _section(self, name: str) -> dict[str, Any]:
        section = self.fields.get(name)
        if isinstance(section, dict) or section is None:
            return section or {}
        self.assembly.problem(Notice.UNEXPECTED_VALUE, f"`{name}`: expected names and what they are", self._at(name))
        return {}

    def _at(self, *path: str) -> Position:
        way: Path = path
        return self.document.positions.keys.get(way) or (1, 1)

    def _issues(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the name and the positions of each issue; take note of the standards of the positions."""
        for name, issue in self._section("issues").items():
            fields = issue if isinstance(issue, dict) else {}
            positions = [self.assembly.id_for(position) for position in as_texts(fields.get("positions"))]
            word = as_text(fields.get("standard"))
            if word in STANDARDS:
                self.standards |= dict.fromkeys(positions, STANDARDS[word])
            elif word:
                message = f'issue [{shown(name)}]: found the standard "{shown(word)}", expected PE, CCE or BRD'
                self.assembly.remark(Notice.UNEXPECTED_VALUE, message, self._at("issues", name))
            if len(positions) > _MOST_POSITIONS:
                message = f"issue [{shown(name)}] has more than {_MOST_POSITIONS} positions and is left out"
                self.assembly.problem(Notice.UNEXPECTED_VALUE, message, self._at("issues", name))
            else:
                yield name, list(dict.fromkeys(positions))

    def _add_claims(self) -> None:
        assumed = {self.assembly.id_for(name) for name in as_texts(self.fields.get("assumptions"))}
        for name, value in self._section("statements").items():
            fields = value if isinstance(value, dict) else {"text": value}
            claim_id = self.assembly.id_for(name)
            is_assumed = claim_id in assumed or as_text(fields.get("assumed")).lower() in _TRUE
            self.assembly.claim(
                " ".join(as_text(fields.get("text")).split()) or name,
                self._at("statements", name),
                id=claim_id,
                given="assumed" if is_assumed else "none",
                standard=self.standards.get(claim_id),
                extensions=self._kept(fields, _READ_OF_STATEMENT, name if claim_id != name else ""),
            )

    def _add_arguments(self) -> None:
        for name, value in self._section("arguments").items():
            fields = value if isinstance(value, dict) else {}
            premises, position = fields.get("premises"), self._at("arguments", name)
            names, warrant = premises_of(premises)
            ends = [self.assembly.id_for(end) for end in as_texts(fields.get("conclusion"))]
            has_roles = isinstance(premises, dict) and list(premises) != default_roles(len(names))
            roles = {"roles": premises} if has_roles else {}
            starts = [self.assembly.id_for(start) for start in names]
            if not ends or not starts:
                lacks = "premises" if ends else "conclusion"
                message = f"argument [{shown(name)}] has no {lacks}, and is left out"
                self.assembly.problem(Notice.MISSING_FIELD, message, position)
                continue
            for number, end in enumerate(ends):
                step_id = self.assembly.id_for(name if number == 0 else f"{name}-{number + 1}")
                self.assembly.support(
                    end,
                    starts,
                    position,
                    id=step_id,
                    warrant=self.assembly.id_for(warrant) if warrant else None,
                    scheme=as_text(fields.get("scheme")) or None,
                    weight=self._weight(fields.get("weight"), name),
                    extensions=self._kept(fields | roles, _READ_OF_ARGUMENT, name if step_id != name else ""),
                )
                for undercutter in as_texts(fields.get("undercutter")):
                    attack_id = self.assembly.id_for(f"{step_id}:undercutter")
                    self.assembly.attack(step_id, [self.assembly.id_for(undercutter)], position, id=attack_id)

    def _add_own_attacks(self, own: Any) -> None:
        """Add the attacks that argmap wrote under `meta`."""
        attacks = own.get("attacks") if isinstance(own, dict) else None
        for number, value in enumerate(attacks if isinstance(attacks, list) else ()):
            fields = value if isinstance(value, dict) else {}
            starts = [self.assembly.id_for(start) for start in as_texts(fields.get("premises"))]
            target, position = as_text(fields.get("target")), self._at("meta", OWN, "attacks")
            if not starts or not target:
                lacks = "target" if starts else "premises"
                message = f"attack {number + 1} of `{OWN}` has no {lacks}, and is left out"
                self.assembly.problem(Notice.MISSING_FIELD, message, position)
                continue
            attack_id = self.assembly.id_for(as_text(fields.get("id")) or f"attack-{number + 1}")
            self.assembly.attack(self.assembly.id_for(target), starts, position, id=attack_id)

    def _weight(self, value: Any, name: str) -> float | None:
        if value is None:
            return None
        try:
            weight = float(value)
        except (TypeError, ValueError):
            weight = -1.0
        if 0 <= weight <= 1:
            return weight
        message = f"argument [{shown(name)}]: found a weight that is no number from 0 to 1"
        self.assembly.problem(Notice.UNEXPECTED_VALUE, message, self._at("arguments", name, "weight"))
        return None

    def _kept(self, fields: dict[str, Any], read: frozenset[str], name: str) -> dict[str, Any]:
        kept = {field: value for field, value in fields.items() if field not in read}
        return extension("carneades", kept | ({"id": name} if name else {}))
