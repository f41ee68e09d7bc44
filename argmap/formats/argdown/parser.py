"""The parser of Argdown: text to a document, line by line, iterative, and on after every error."""

from __future__ import annotations

import re

from argmap.formats.argdown.data import read_front_matter
from argmap.formats.argdown.document import (
    Document,
    Line,
    Occurrence,
    Relation,
    RelationKind,
    Section,
    Step,
    Structure,
)
from argmap.formats.argdown.inference_lines import read_step
from argmap.formats.argdown.inline import Text, TextReader
from argmap.formats.argdown.lexer import LINE, REST_OF_LINE, TAG, TITLE, Lexer
from argmap.formats.argdown.problems import Problems
from argmap.formats.notices import Notice

_FRONT_MATTER = re.compile(r"===++")
_BLOCK = frozenset({"blank", "relation", "inference", "heading"})
_LIST = _BLOCK | {"item"}
_STRUCTURE = _BLOCK | {"number"}
_SIGNS = {
    "+": (RelationKind.SUPPORT, False),
    "<+": (RelationKind.SUPPORT, False),
    "+>": (RelationKind.SUPPORT, True),
    "-": (RelationKind.ATTACK, False),
    "<-": (RelationKind.ATTACK, False),
    "->": (RelationKind.ATTACK, True),
    "_": (RelationKind.UNDERCUT, False),
    "<_": (RelationKind.UNDERCUT, False),
    "_>": (RelationKind.UNDERCUT, True),
    "><": (RelationKind.CONTRADICTORY, True),
}
"""What each sign means, and whether it goes from the parent to the child."""


def parse(text: str, problems: Problems) -> Document:
    """Return the document that a text is; O(length of the text).

    Args:
        text: any text, with LF line ends.
        problems: collects what is noticed.
    """
    return _Parser(text, problems).parse()


class _Parser:
    def __init__(self, text: str, problems: Problems) -> None:
        self.text = text
        self.lexer = Lexer(text)
        self.problems = problems
        self.texts = TextReader(self.lexer, problems)
        self.document = Document()

    def parse(self) -> Document:
        position = self._front_matter(self._skip_blank(0))
        last: Occurrence | None = None  # the argument that a structure after it reconstructs
        while (position := self._skip_blank(position)) < len(self.text):
            line = LINE.match(self.text, position)
            kind = line.lastgroup if line else None
            before, last = last, None
            match kind:
                case "heading":
                    position = self._heading(position)
                case "number":
                    position = self._structure(position, before)
                case "item":
                    position = self._list(position)
                case "inference":
                    self.problems.syntax(position, "found an inference with no premises before it", is_error=True)
                    _, position = read_step(self.lexer, position, self.problems)
                case "relation" if not self._is_title(position):
                    message = "found a relation with nothing above it that it belongs to"
                    self.problems.syntax(position, message, "delete the empty line above it", is_error=True)
                    parent = self.document.occurrences[-1] if self.document.occurrences else None
                    position = self._relations(position, parent, 0)
                case _:
                    occurrence, position = self._element(position, _BLOCK)
                    last = occurrence if occurrence.is_argument else None
                    position = self._relations(position, occurrence, 0)
        return self.document

    def _skip_blank(self, position: int) -> int:
        """Return where the first line at or after this one starts that has anything in it but comments."""
        while position < len(self.text):
            position = self.lexer.skip_comment_lines(position)
            rest = REST_OF_LINE.match(self.text, position)
            if rest is None or position == len(self.text):
                return position
            position = rest.end()
        return position

    def _is_title(self, position: int) -> bool:
        """Tell whether what looks like a relation at the start of a block is the title of an argument, as `<_x_>:`."""
        match = TITLE.match(self.text, position)
        return match is not None and match[2] is not None

    def _front_matter(self, position: int) -> int:
        start = _FRONT_MATTER.match(self.text, position)
        if start is None:
            return position
        end = _FRONT_MATTER.search(self.text, start.end())
        if end is None:
            message = "found the start of a front matter that has no end"
            self.problems.syntax(position, message, "end it with a line of ===", is_error=True)
            return self._next_line(position)
        self.document.front_matter = read_front_matter(self.text, start.end(), end.start(), self.problems)
        begin = self.lexer.skip_comments(end.end())
        rest = REST_OF_LINE.match(self.text, begin)
        after = rest.end() if rest else begin
        line = LINE.match(self.text, after)
        if rest is None or (after < len(self.text) and line is not None and line.lastgroup != "blank"):
            self.problems.syntax(after, "found no empty line after the front matter", "add one")
        return after

    def _next_line(self, position: int) -> int:
        end = self.lexer.find("\n", position)
        return len(self.text) if end < 0 else end + 1

    def _heading(self, position: int) -> int:
        begin = self.text.index("#", position)
        after = self.text.index(" ", begin) + 1
        level = after - begin - 1
        read = self.texts.read(self.lexer.skip_comments(after), _BLOCK)
        if not read.text and not read.tags:
            self.problems.syntax(position, "found a heading without a text", "write one after the sign")
        self.document.sections.append(Section(begin, level, read.text, read.markup, read.tags, read.data))
        self.document.mentions += read.mentions
        return read.end

    def _element(self, position: int, stops: frozenset[str]) -> tuple[Occurrence, int]:
        """Read a statement or an argument; return it and the offset of the first line after it."""
        begin = self.lexer.skip_comments(position)
        section = len(self.document.sections)
        title = TITLE.match(self.text, begin)
        if title:
            statement, argument, colon = title.groups()
            end = title.end()
        else:
            statement, argument, colon, end = self._long_title(begin)
        occurrence = Occurrence(begin, argument is not None, argument if statement is None else statement)
        occurrence.section = section
        if occurrence.title is None:
            end = self._take_text(occurrence, self.texts.read(begin, stops))
            if not occurrence.text and not occurrence.tags:
                self.problems.syntax(begin, "found no text where a statement was expected", "write one", is_error=True)
        elif colon:
            end = self._take_text(occurrence, self.texts.read(self.lexer.skip_comments(end), stops))
        else:
            end = self._reference(occurrence, end, stops)
        self.document.occurrences.append(occurrence)
        return occurrence, end

    def _long_title(self, position: int) -> tuple[str | None, str | None, str, int]:
        """Return the title of a statement or of an argument that has brackets in it, its colon, and where it ends."""
        text = self.text
        if not text.startswith(("[", "<"), position) or self.lexer.end_of_comment(position) >= 0:
            return None, None, "", position
        is_link = text[position] == "[" and self.lexer.end_of_link(position)[1] >= 0
        end = -1 if is_link else self.lexer.end_of_title(position)
        if end < 0:
            return None, None, "", position
        title = text[position + 1 : end]
        colon = ":" if text.startswith(":", end + 1) else ""
        after = end + 1 + len(colon)
        return (title, None, colon, after) if text[position] == "[" else (None, title, colon, after)

    def _take_text(self, occurrence: Occurrence, read: Text) -> int:
        occurrence.text, occurrence.markup = read.text, read.markup
        occurrence.tags, occurrence.data = read.tags, read.data
        if read.mentions:
            self.document.mentions += read.mentions
        return read.end

    def _reference(self, occurrence: Occurrence, position: int, stops: frozenset[str]) -> int:
        """Read what may follow a title without a colon: tags and data."""
        text = self.text
        occurrence.is_reference = True
        rest = REST_OF_LINE.match(text, position)
        if rest:
            line = LINE.match(text, rest.end())
            if line is None or line.lastgroup in stops:
                return rest.end()
        begin = position
        tags: dict[str, None] = {}
        while (begin := self.lexer.skip_comments(begin)) < len(text) and (tag := TAG.match(text, begin)):
            tags[tag[1] or tag[2]] = None
            begin = tag.end()
        occurrence.tags = tuple(tags)
        rest = REST_OF_LINE.match(text, begin)
        line = LINE.match(text, rest.end()) if rest else None
        if rest and (line is None or line.lastgroup in stops or line["digits"] == "1"):
            return rest.end()
        read = self.texts.read(line.end() if line and line.lastgroup == "text" else begin, stops)
        occurrence.data = read.data
        if read.text or read.tags:
            self._text_after_reference(occurrence, read, begin)
        return read.end

    def _text_after_reference(self, occurrence: Occurrence, read: Text, position: int) -> None:
        message = f"found text after the title [{occurrence.title}], expected tags, data or the end of the line"
        fix = "put a colon after the title to define it, or a backslash before the bracket if it is part of the text"
        self.problems.syntax(position, message, fix, is_error=True)
        occurrence.is_reference = False
        occurrence.text, occurrence.markup = read.text, read.markup
        occurrence.tags = tuple(dict.fromkeys((*occurrence.tags, *read.tags)))
        self.document.mentions += read.mentions

    def _list(self, position: int) -> int:
        margin: int | None = None
        while (line := LINE.match(self.text, position)) and line.lastgroup == "item":
            indentation = len(line["margin"])
            margin = indentation if margin is None else margin
            if indentation != margin:
                message = "found a list item with another indentation than the one above it"
                self.problems.syntax(position, message, "give all items of a list the same; lists have no levels")
            occurrence, position = self._element(line.end(), _LIST)
            position = self._relations(position, occurrence, indentation + 1, _LIST)
            position = self.lexer.skip_comment_lines(position)
        return position

    def _relations(
        self,
        position: int,
        root: Occurrence | Step | None,
        margin: int,
        stops: frozenset[str] = _BLOCK,
        line_of_structure: Line | None = None,
    ) -> int:
        """Read the lines with relations that stand here, and return the offset of the first line after them.

        A line belongs to the nearest line above it that has less indentation. Argdown counts a tab as one column.
        """
        levels: list[int] = [margin]
        parents: list[Occurrence | Step | None] = [root]
        blanks = ""
        while True:
            position = self.lexer.skip_comment_lines(position)
            line = LINE.match(self.text, position)
            if line is None or line.lastgroup != "relation":
                return position
            indentation, sign = line["indentation"], line["sign"]
            blanks = self._note_tabs(position, indentation, blanks)
            columns = len(indentation)
            if columns > levels[-1]:
                levels.append(columns)
                parents.append(None)
            else:
                while columns < levels[-1] and len(levels) > 1:
                    levels.pop()
                    parents.pop()
                if len(levels) == 1:
                    message = f"found a relation that is indented by {columns}, expected more than what it belongs to"
                    self.problems.syntax(position, message, "indent it like the others under the same line")
                    levels.append(max(columns, margin + 1))
                    parents.append(None)
            child, position = self._element(line.end(), stops)
            parent = parents[-2]
            parents[-1] = child
            if parent is not None:
                kind, is_outgoing = _SIGNS[sign]
                within = line_of_structure if parent is root else None
                relation = Relation(line.start("sign"), kind, parent, child, is_outgoing, within)
                self._check_relation(relation)
                self.document.relations.append(relation)

    def _note_tabs(self, position: int, indentation: str, before: str) -> str:
        """Note tabs among spaces; return the blanks of the relations so far, each once."""
        found = before + "".join(sign for sign in "\t " if sign in indentation and sign not in before)
        if len(found) == 2 and len(before) < 2:
            message = "found tabs and spaces in the indentation: Argdown counts a tab as one column"
            self.problems.add(Notice.MIXED_TABS, position, message, "indent with spaces only")
        return found

    def _check_relation(self, relation: Relation) -> None:
        if relation.kind is RelationKind.CONTRADICTORY and relation.child.is_argument:
            message = "found an argument after ><, expected a statement"
            self.problems.syntax(relation.start, message, "only statements contradict each other", is_error=True)
        if isinstance(relation.parent, Step) and (relation.kind is not RelationKind.UNDERCUT or relation.is_outgoing):
            message = "found another relation than `<_` under an inference, which can only be undercut"
            self.problems.syntax(relation.start, message, "write <_", is_error=True)

    def _structure(self, position: int, argument: Occurrence | None) -> int:
        """Read a premise-conclusion structure, also over empty lines where it has not ended yet."""
        structure = Structure(position, argument, section=len(self.document.sections))
        step: Step | None = None
        while True:
            position = self.lexer.skip_comment_lines(position)
            line = LINE.match(self.text, position)
            kind = line.lastgroup if line else None
            if line is not None and kind == "number":
                position = self._numbered_line(structure, line, step)
                step = None
            elif kind == "inference":
                if step is not None or not structure.lines:
                    self.problems.syntax(position, "found an inference with no premises before it", is_error=True)
                step, position = read_step(self.lexer, position, self.problems)
                position = self._relations(position, step, 0, _STRUCTURE)
            else:
                after = self._after_gap(position, structure, step)
                if after < 0:
                    break
                position = after
        self._finish_structure(structure, step)
        return position

    def _numbered_line(self, structure: Structure, line: re.Match[str], step: Step | None) -> int:
        statement, position = self._element(line.end(), _STRUCTURE)
        if statement.is_argument:
            message = "found an argument in a premise-conclusion structure, expected a statement"
            self.problems.syntax(statement.start, message, "write its title in square brackets", is_error=True)
            statement.is_argument = False
        numbered = Line(statement, int(line["digits"][-9:]), step)
        structure.lines.append(numbered)
        return self._relations(position, statement, 0, _STRUCTURE, numbered)

    def _after_gap(self, position: int, structure: Structure, step: Step | None) -> int:
        """Return where a structure that has not ended goes on after empty lines; -1 if it does not."""
        after = self._skip_blank(position)
        line = LINE.match(self.text, after)
        is_open = step is not None or not structure.lines or structure.lines[-1].step is None
        if after == position or not is_open or line is None:
            return -1
        if line.lastgroup != "inference" and (line.lastgroup != "number" or line["digits"] == "1"):
            return -1
        message = "found an empty line within a premise-conclusion structure"
        self.problems.syntax(position, message, "delete it")
        return after

    def _finish_structure(self, structure: Structure, step: Step | None) -> None:
        """Keep the structure up to its last conclusion; what is after that stays a statement of its own."""
        problems = self.problems
        if step is not None:
            problems.syntax(step.start, "found an inference with no conclusion after it", "write one", is_error=True)
        last = max((number for number, line in enumerate(structure.lines) if line.step), default=-1)
        if last < 0 and step is None:
            message = "found numbered statements with no inference, expected premises, ---- and a conclusion"
            problems.syntax(structure.start, message, "add the inference and the conclusion", is_error=True)
        elif 0 <= last < len(structure.lines) - 1:
            unused = structure.lines[last + 1].statement.start
            problems.syntax(unused, "found a premise that no conclusion follows", "add an inference", is_error=True)
        del structure.lines[last + 1 :]
        if structure.lines and structure.lines[0].step:  # a conclusion that comes from nothing
            structure.lines[0].step = None
            if not any(line.step for line in structure.lines):
                return
        if structure.lines:
            self.document.structures.append(structure)
