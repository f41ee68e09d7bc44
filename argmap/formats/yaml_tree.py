"""YAML text to a document with positions, from parser events: iterative, without aliases, tags and type guessing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from argmap.formats.notices import Notice, notice
from argmap.formats.tree import MOST_DEPTH, RepeatedKeys, ResolveScalar, SyntaxProblemError, mapping
from argmap.model import Finding, Path, Place, Positions


@dataclass
class YamlDocument:
    """A parsed document.

    Attributes:
        value: the document as plain Python values.
        positions: where everything in it stands.
        has_repeated_keys: whether a mapping of it has a key twice: such a mapping is a `RepeatedKeys`.
        findings: what was left out, with places.
    """

    value: Any
    positions: Positions
    has_repeated_keys: bool
    findings: list[Finding]


def parse_yaml(text: str, file: str, numbered: Sequence[str], resolve: ResolveScalar) -> YamlDocument:
    """Parse one YAML document.

    Args:
        text: the text; line ends must be LF.
        file: its name, for places.
        numbered: the top-level keys whose entries are counted in paths instead of named.
        resolve: gives the value of an unquoted scalar; a quoted one is always text.

    Raises:
        SyntaxProblemError: the text is not YAML, is nested too deep, or has several documents.
    """
    builder = _Builder(file, frozenset(numbered), resolve)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.add(event)
    except MarkedYAMLError as error:
        raise SyntaxProblemError(_syntax_finding(error, file)) from None
    except YAMLError as error:
        raise SyntaxProblemError(_character_finding(error, text, file)) from None
    positions = Positions(builder.keys, builder.values, builder.again)
    return YamlDocument(builder.root, positions, bool(builder.repeated), builder.findings)


@dataclass
class _Open:
    """A mapping or sequence that has not ended yet."""

    path: Path
    is_mapping: bool
    numbered: bool = False
    items: list[Any] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    key: str | None = None

    def next_path(self) -> Path:
        part = self.key if self.is_mapping and not self.numbered else len(self.items)
        return (*self.path, part if part is not None else "")


class _Builder:
    """Builds the document from events with a stack of open collections."""

    def __init__(self, file: str, numbered: frozenset[str], resolve: ResolveScalar) -> None:
        self.file, self.numbered, self.resolve = file, numbered, resolve
        self.root: Any = None
        self.keys: dict[Path, tuple[int, int]] = {}
        self.values: dict[Path, tuple[int, int]] = {}
        self.findings: list[Finding] = []
        self.again: dict[Path, tuple[int, int]] = {}
        self.repeated: list[RepeatedKeys] = []
        self.stack: list[_Open] = []
        self.documents = 0

    def add(self, event: Event) -> None:
        if isinstance(event, NodeEvent):
            self._refuse_extras(event)
        match event:
            case DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._stop(event, "the file has a second YAML document", "keep one map in a file")
            case ScalarEvent() | AliasEvent():
                self._add_scalar(event)
            case MappingStartEvent() | SequenceStartEvent():
                self._open(event)
            case MappingEndEvent() | SequenceEndEvent():
                self._close()

    def _add_scalar(self, event: ScalarEvent | AliasEvent) -> None:
        top = self.stack[-1] if self.stack else None
        text = event.value if isinstance(event, ScalarEvent) else ""
        if any("\ud800" <= character <= "\udfff" for character in text):
            self._stop(event, "found the escape of half a character (U+D800 to U+DFFF), expected text", "delete it")
        if top and top.is_mapping and top.key is None:
            if text == "<<" and event.style is None:
                self._refuse(event, "found a merge key, expected the fields themselves", "write the fields out")
            top.key = text
            path = top.next_path()
            (self.again if path in self.keys else self.keys)[path] = _position(event)
            return
        path = top.next_path() if top else ()
        self.values.setdefault(path, _position(event))
        is_plain = isinstance(event, ScalarEvent) and event.style is None
        self._put(self.resolve(path, text) if is_plain or isinstance(event, AliasEvent) else text)

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        if len(self.stack) >= MOST_DEPTH:
            self._stop(event, f"nested deeper than {MOST_DEPTH} levels", "a map needs 6")
        top = self.stack[-1] if self.stack else None
        if top and top.is_mapping and top.key is None:
            self._stop(event, "found a list or mapping as a key, expected a word", "use a word as the key")
        path = top.next_path() if top else ()
        self.values.setdefault(path, _position(event))
        is_mapping = isinstance(event, MappingStartEvent)
        numbered = is_mapping and len(path) == 1 and path[0] in self.numbered
        self.stack.append(_Open(path, is_mapping, numbered))

    def _close(self) -> None:
        done = self.stack.pop()
        pairs = list(zip(done.keys, done.items, strict=True)) if done.is_mapping else []
        self._put(mapping(pairs, self.repeated) if done.is_mapping else done.items)

    def _put(self, value: Any) -> None:
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        if top.is_mapping:
            top.keys.append(top.key or "")
            top.key = None
        top.items.append(value)

    def _refuse_extras(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent):
            self._refuse(event, f"found the alias *{event.anchor}, expected the value itself", "write the value out")
        elif event.anchor:
            self._refuse(event, f"found the YAML anchor &{event.anchor}, expected a value", "leave the anchor out")
        tag = getattr(event, "tag", None)
        if tag:
            self._refuse(event, f"found the YAML tag {str(tag)[:40]}, expected a value", "leave the tag out")

    def _refuse(self, event: Event, message: str, fix: str) -> None:
        line, column = _position(event)
        self.findings.append(notice(Notice.REFUSED_YAML, message, fix).at(Place(self.file, line, column)))

    def _stop(self, event: Event, message: str, fix: str) -> None:
        self._refuse(event, message, fix)
        raise SyntaxProblemError(self.findings[-1])


def _position(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _syntax_finding(error: MarkedYAMLError, file: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    problem = str(error.problem or error.context or "not YAML")
    fix = "look at the indentation, and put texts with signs such as : - @ [ in quotation marks"
    if r"'\t'" in problem or "\t" in problem:
        problem, fix = "found a tab where YAML wants spaces", "write spaces"
    elif "mapping values are not allowed" in problem:
        problem, fix = "found a second colon in the line", "put the text in quotation marks"
    elif "could not find expected ':'" in problem:
        problem, fix = "found a line with no colon, expected a field", "write it as name: value, or indent it"
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    return notice(Notice.SYNTAX, f"the text is not YAML: {problem}", fix).at(place)


def _character_finding(error: YAMLError, text: str, file: str) -> Finding:
    position = getattr(error, "position", None)
    if not isinstance(position, int) or position > len(text):
        return notice(Notice.SYNTAX, "the text is not YAML").at(Place(file, 1, 1))
    line = text.count("\n", 0, position) + 1
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    found = f"U+{ord(text[position]):04X}" if position < len(text) else "the end"
    message = f"found the control character {found}, expected text"
    return notice(Notice.SYNTAX, message, "delete it").at(Place(file, line, column))
