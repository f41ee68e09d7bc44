"""AML, the XML of Araucaria: a tree of propositions with convergent and linked premises and refutations.

An `AU` holds a `PROP` and what bears on it: `CA` one premise, `LA` premises that are linked, `REFUTATION` what speaks
against it (Reed and Rowe, Araucaria: Software for Argument Analysis, Diagramming and Representation, 2004, and the
writer in Araucaria's source).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.anchoring import Anchoring
from argmap.formats.foreign import IdSpace, Notes, keep, reading
from argmap.formats.notices import Notice, notice
from argmap.formats.result import LoadResult
from argmap.formats.spec import FormatSpec
from argmap.formats.text import normalise
from argmap.formats.tree import SyntaxProblemError
from argmap.formats.xml_tree import XmlElement, parse_xml
from argmap.model import (
    Anchor,
    ArgumentMap,
    Attack,
    Claim,
    EdtfDate,
    Inference,
    Party,
    Path,
    Place,
    Positions,
    Severity,
    Source,
    SourceMap,
)
from argmap.schemes import built_in_schemes

NAME = "aml"
MOST_DEPTH = 5000
"""Premises stand within what they support, two elements deeper each."""

_STEPS = frozenset({"CA", "LA", "REFUTATION"})


def read(text: str, name: str = "<text>") -> LoadResult:
    """Read a map from AML.

    Args:
        text: the content of a file.
        name: the name of the file, as places show it.

    Returns:
        The map, its source map and what was noticed. Owners become parties, and offsets anchors in the text.
    """
    text = normalise(text)
    return reading(name, text, lambda: _Reading(parse_xml(text, name, MOST_DEPTH), name).result(text))


@dataclass
class _Reading:
    root: XmlElement
    name: str
    notes: Notes = field(default_factory=Notes)
    ids: IdSpace = field(default_factory=IdSpace)
    claims: list[Claim] = field(default_factory=list)
    inferences: list[Inference] = field(default_factory=list)
    attacks: list[Attack] = field(default_factory=list)
    parties: dict[str, Party] = field(default_factory=dict)
    positions: dict[Path, tuple[int, int]] = field(default_factory=dict)
    claim_ids: dict[int, str] = field(default_factory=dict)
    """Identity of an AU to the id of its claim."""

    def result(self, text: str) -> LoadResult:
        if self.root.name != "ARG":
            message = f"found the element `{self.root.name[:40]}`, expected `ARG`"
            raise SyntaxProblemError(notice(Notice.UNREADABLE, message).at(Place(self.name, 1, 1)))
        words = next((child.text for child in self.root.find_all("TEXT")), "")
        self._anchoring, self._words = Anchoring(words), words
        for schemes in self.root.find_all("SCHEMESET"):
            if schemes.children:
                count = "1 scheme" if len(schemes.children) == 1 else f"{len(schemes.children)} schemes"
                self._tell(schemes, f"the set of {count} is left out; claims name theirs")
        units = list(_find_units(self.root))
        for unit in units:
            self._add_claim(unit)
        for unit in units:
            for part in unit.children:
                if part.name in _STEPS:
                    self._add_step(unit, part)
                elif part.name != "PROP":
                    self._tell(part, f"element `{part.name[:40]}` in an AU is left out")
        article = self._article() if words.strip() else None
        found = ArgumentMap(
            article=article.id if article else None,
            sources=(article,) if article else (),
            parties=tuple(self.parties.values()),
            claims=tuple(self.claims),
            inferences=tuple(self.inferences),
            attacks=tuple(self.attacks),
        )
        positions = Positions({}, self.positions)
        return LoadResult(found, SourceMap(self.name, text, lambda _: positions), self.notes.in_order(self.name))

    def _article(self) -> Source:
        data: dict[str, str] = {
            child.name: child.text.strip() for edata in self.root.find_all("EDATA") for child in edata.children
        }
        try:
            date = EdtfDate(data.get("DATE", ""))
        except ValueError:
            date = None
        return Source(id=self.ids.give("text", "text"), title=data.get("SOURCE", ""), date=date)

    def _add_claim(self, unit: XmlElement) -> None:
        prop = next(unit.find_all("PROP"), None)
        if prop is None:
            self._tell(unit, "an AU has no PROP, so that its claim has no text", Severity.WARNING)
            prop = XmlElement("PROP", {}, unit.line, unit.column)
        proptext = next(prop.find_all("PROPTEXT"), XmlElement("PROPTEXT", {}, prop.line, prop.column))
        claim_id = self.ids.give(prop.attributes.get("identifier", ""), "claim")
        is_missing = prop.attributes.get("missing") == "yes"
        claim = Claim(
            id=claim_id,
            text=" ".join(proptext.text.split()),
            implicit=is_missing,
            by=self._owner(prop),
            at=() if is_missing else tuple(self._anchors(proptext)),
        )
        kept: dict[str, Any] = {"prop": prop.attributes, "offset": proptext.attributes.get("offset", "")}
        if more := [
            {"tag": child.name, "attributes": child.attributes} for child in prop.children if child is not proptext
        ]:
            kept["parts"] = more
        keep(claim, NAME, kept)
        self.claim_ids[id(unit)] = claim_id
        self.positions["claims", len(self.claims)] = (prop.line, prop.column)
        self.claims.append(claim)

    def _owner(self, prop: XmlElement) -> str | None:
        """Return the party of the first owner."""
        for owner in prop.find_all("OWNER"):
            name = owner.attributes.get("name", "").strip()
            if name:
                if name not in self.parties:
                    self.parties[name] = Party(id=self.ids.give("", "owner"), name=name)
                return self.parties[name].id
        return None

    def _anchors(self, proptext: XmlElement) -> Iterator[Anchor]:
        """Yield the anchor of a proposition, if its words stand at its offset."""
        offset = proptext.attributes.get("offset", "")
        if offset.isascii() and offset.isdigit() and len(offset) < 12:
            end = int(offset) + len(proptext.text)
            if self._words[int(offset) : end].split() == proptext.text.split():
                anchor = self._anchoring.anchor(int(offset), end)
                if anchor is not None:
                    yield anchor

    def _add_step(self, unit: XmlElement, part: XmlElement) -> None:
        premises = tuple(self.claim_ids[id(child)] for child in part.find_all("AU"))
        conclusion = self.claim_ids[id(unit)]
        if not premises:
            self._tell(part, f"a {part.name} of [{conclusion}] has no AU in it and is left out", Severity.WARNING)
        elif part.name == "REFUTATION":
            self.positions["attacks", len(self.attacks)] = (part.line, part.column)
            attack_id = self.ids.give("", "attack")
            self.attacks.append(Attack(id=attack_id, premises=premises, target=conclusion))
        else:
            self.positions["inferences", len(self.inferences)] = (part.line, part.column)
            scheme = _common_scheme([unit, *part.find_all("AU")])
            inference_id = self.ids.give("", "inference")
            self.inferences.append(Inference(id=inference_id, premises=premises, conclusion=conclusion, scheme=scheme))

    def _tell(self, element: XmlElement, message: str, severity: Severity = Severity.INFO) -> None:
        place = Place(self.name, element.line, element.column)
        self.notes.add(Notice.SET_ASIDE, message, severity=severity, place=place)


def _find_units(root: XmlElement) -> Iterator[XmlElement]:
    """Yield every AU, each before those within it, in the order of the file."""
    stack = list(reversed(root.children))
    while stack:
        element = stack.pop()
        if element.name == "AU":
            yield element
        if element.name == "AU" or element.name in _STEPS:
            stack += reversed(element.children)


def _common_scheme(units: list[XmlElement]) -> str | None:
    """Return the scheme that the conclusion and all premises say they are in."""
    names = [_schemes(unit) for unit in units]
    for scheme_id, name in names[0].items():
        if all(scheme_id in others for others in names[1:]):
            found = built_in_schemes().find(name)
            return found.id if found else name
    return None


def _schemes(unit: XmlElement) -> dict[str, str]:
    """Return the number and the name of each scheme that a proposition is in."""
    prop = next(unit.find_all("PROP"), None)
    found = prop.find_all("INSCHEME") if prop is not None else ()
    return {item.attributes.get("schid", ""): item.attributes.get("scheme", "").strip() for item in found}


def _recognise(text: str) -> str:
    return "XML with the elements `ARG` and `AU`" if "<ARG" in text and ("<AU>" in text or "<SCHEMESET" in text) else ""


_HOLDS = frozenset(
    {
        "claims.id",
        "claims.text",
        "claims.implicit",
        "claims.by",
        "claims.at",
        "inferences.premises",
        "inferences.conclusion",
        "inferences.scheme",
        "attacks.premises",
        "attacks.target",
        "parties.name",
    }
)

SPEC = FormatSpec(
    "aml",
    "AML, the Argument Markup Language of Araucaria",
    (".aml", ".xml"),
    _recognise,
    read,
    None,
    _HOLDS,
    "It is read and not written. The text, the set of schemes and the answers to critical questions are not kept.",
    "Reed and Rowe, Araucaria (2004), and the writer in Araucaria's source",
)
