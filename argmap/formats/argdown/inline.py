"""Texts of an Argdown document: emphasis, links, mentions, tags, special characters, comments and data in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from argmap.formats.argdown.data import read_data
from argmap.formats.argdown.document import Data, Mention
from argmap.formats.argdown.lexer import (
    ADDRESS,
    EMPHASIS_END,
    EMPHASIS_START,
    LINE,
    PLAIN,
    REST_OF_LINE,
    SHORTCODE,
    TAG,
    Lexer,
)
from argmap.formats.argdown.problems import Problems
from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.formats.notices import Notice

_BLANKS = re.compile(r"[ \t\n]+")


@dataclass(slots=True)
class Text:
    """A text that was read.

    Attributes:
        text: what it says, without marks, tags at its end and line ends.
        markup: how it is written, if that is not what it says; else "".
        tags: in the order in which they stand.
        data: what stands in braces at its end.
        mentions: what it speaks of.
        end: offset of the first line that is no part of it.
    """

    text: str
    end: int
    markup: str = ""
    tags: tuple[str, ...] = ()
    data: Data | None = None
    mentions: tuple[Mention, ...] = ()


class TextReader:
    """Reads texts; iterative, whatever is nested in them.

    Args:
        lexer: the document.
        problems: collects what is noticed.
    """

    def __init__(self, lexer: Lexer, problems: Problems) -> None:
        self._lexer = lexer
        self._text = lexer.text
        self._problems = problems

    def read(self, start: int, stops: frozenset[str]) -> Text:
        """Return the text that starts here, up to the first line that is none of it.

        Args:
            start: where the text starts, in its first line.
            stops: what lines end the text, as `LINE` names them, besides empty ones.
        """
        text = self._text
        plain = PLAIN.match(text, start)
        end = plain.end() if plain else start
        if text.startswith("\n", end):  # most texts are a line without any marks
            line = LINE.match(text, end + 1)
            if line and line.lastgroup in stops:
                return Text(_collapsed(text[start:end]), end + 1)
        return _Run(self._lexer, self._problems, start, stops).read()


@dataclass(slots=True)
class _Run:
    """One text while it is read.

    Attributes:
        parts: what the text says so far.
        written: how each part is written.
        trailing: the numbers of the parts that are tags with nothing after them.
        open: the marks of emphasis that have not ended yet, with the number of the part and the offset of each.
    """

    lexer: Lexer
    problems: Problems
    start: int
    stops: frozenset[str]
    parts: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    tags: dict[str, int] = field(default_factory=dict)
    trailing: list[int] = field(default_factory=list)
    open: list[tuple[str, int, int]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    data: Data | None = None
    is_after_data: bool = False
    is_marked: bool = False

    def read(self) -> Text:
        text, position = self.lexer.text, self.start
        while position < len(text):
            match = PLAIN.match(text, position)
            if match:
                self._add(match[0], position)
                position = match.end()
            elif text[position] != "\n":
                position = self._mark(position)
            else:
                after = self._next_line(position + 1)
                if after < 0:
                    position += 1
                    break
                position = after
        return self._finish(position)

    def _next_line(self, position: int) -> int:
        """Return where the text goes on in the line that starts here; -1 if it ends before."""
        text = self.lexer.text
        while True:
            line = LINE.match(text, position)
            if line is None or line.lastgroup in self.stops or line["digits"] == "1":
                return -1
            begin = self.lexer.skip_comments(line.end())
            if line.lastgroup != "text" or begin == line.end() or not REST_OF_LINE.match(text, begin):
                break
            position = text.find("\n", begin) + 1 or len(text)  # a line of comments only
        self._add(" ", position)
        if line.lastgroup != "text":
            found = line[0].strip()
            self.problems.syntax(
                position,
                f"found `{found}` at the start of a line within a text",
                "put an empty line before it, or a backslash if it is part of the text",
            )
            self._add(found, position, f"\\{found}")
            return line.end()
        return begin

    def _add(self, part: str, start: int, written: str | None = None) -> None:
        """Take a part of the text; what is written for it is the part itself if it is left out."""
        self.parts.append(part)
        self.written.append(part if written is None else written)
        if not part or part.isspace():
            return
        self.trailing.clear()
        if self.is_after_data:
            self.is_after_data = False
            message = "found text after data in braces, expected the end of the statement"
            self.problems.syntax(start, message, r"put the data at the end, or write \{ for a brace in a text")

    def _mark(self, position: int) -> int:
        """Take the mark that stands here, and return where it ends."""
        match self.lexer.text[position]:
            case "\\":
                return self._escape(position)
            case "*" | "_":
                return self._emphasis(position)
            case "#":
                return self._tag(position)
            case "@":
                return self._mention(position)
            case "[":
                return self._bracket(position)
            case "<":
                end = self.lexer.end_of_comment(position)
                return end if end >= 0 else self._title(position)
            case "/":
                return self._comment(position)
            case "{":
                return self._braces(position)
        return self._shortcode(position)

    def _literal(self, start: int, end: int) -> int:
        self._add(self.lexer.text[start:end], start)
        return end

    def _shortcode(self, position: int) -> int:
        match = SHORTCODE.match(self.lexer.text, position)
        if match is None or match[0] not in SHORTCODES:
            return self._literal(position, match.end() if match else position + 1)
        self._add(SHORTCODES[match[0]], position, match[0])
        self.is_marked = True
        return match.end()

    def _escape(self, position: int) -> int:
        escaped = self.lexer.text[position + 1 : position + 2]
        if escaped in {"", "\n", "\u2028", "\u2029"}:
            self.problems.syntax(position, "found a backslash at the end of a line", r"write \\ for a backslash")
            self._add("\\", position, "\\\\")
            return position + 1
        self._add(escaped, position, f"\\{escaped}")
        return position + 2

    def _emphasis(self, position: int) -> int:
        text = self.lexer.text
        mark = self.open[-1][0] if self.open else ""
        if mark and text.startswith(mark, position) and EMPHASIS_END.match(text, position + len(mark)):
            self.open.pop()
            self._add("", position, mark)
            self.is_marked = True
            return position + len(mark)
        start = EMPHASIS_START.match(text, position)
        if start is None:
            return self._literal(position, position + 1)
        self._add("", position, start[0])
        self.open.append((start[0], len(self.parts) - 1, position))
        return start.end()

    def _tag(self, position: int) -> int:
        match = TAG.match(self.lexer.text, position)
        if match is None:
            return self._literal(position, position + 1)
        self.tags.setdefault(match[1] or match[2], position)
        self.parts.append(match[0])
        self.written.append(match[0])
        self.trailing.append(len(self.parts) - 1)
        return match.end()

    def _mention(self, position: int) -> int:
        text = self.lexer.text
        opening = text[position + 1 : position + 2]
        end = self.lexer.end_of_title(position + 1) if opening in {"[", "<"} else -1
        if end < 0:
            return self._literal(position, position + 1)
        self.mentions.append(Mention(position, text[position + 2 : end], opening == "<"))
        self.is_marked = True
        return self._literal(position, end + 1)

    def _bracket(self, position: int) -> int:
        text = self.lexer.text
        middle, end = self.lexer.end_of_link(position)
        if end < 0:
            return self._title(position)
        self._add(text[position + 1 : middle], position, text[position : end + 1])
        self.is_marked = True
        return end + 1

    def _title(self, position: int) -> int:
        """Take what looks like the title of a statement or an argument, which a text cannot have, as it is."""
        text = self.lexer.text
        end = self.lexer.end_of_title(position)
        if end < 0 or text.startswith("-", position + 1):
            return self._literal(position, position + 1)
        what = "a statement" if text[position] == "[" else "an argument"
        fix = f"write \\{text[position]} if it is part of the text, or @ before it to mention {what}"
        self.problems.syntax(position, f"found the title of {what} within a text", fix)
        self._add(text[position : end + 1], position, f"\\{text[position : end + 1]}")
        return end + 1

    def _comment(self, position: int) -> int:
        if ADDRESS.match(self.lexer.text, position):
            message = "the slashes of an address start a comment: Argdown drops the rest of the line"
            self.problems.add(Notice.CUT_ADDRESS, position, message, r"write \/\/, or a link as [text](address)")
            self._add("//", position, r"\/\/")
            return position + 2
        end = self.lexer.end_of_comment(position)
        if end >= 0:
            return end
        self._add("/", position, r"\/")
        return position + 1

    def _braces(self, position: int) -> int:
        text = self.lexer.text
        end = self.lexer.end_of_data(position)
        if end < 0:
            self._add("{", position, r"\{")
            return position + 1
        begin = self.lexer.skip_comments(end)
        if not REST_OF_LINE.match(text, begin) and not text.startswith("#", begin):
            message = "found braces within a text, expected data at the end of a statement"
            self.problems.syntax(position, message, r"write \{ for a brace in a text")
            self._add("{", position, r"\{")
            return position + 1
        self.data = {**(self.data or {}), **read_data(text, position, end, self.problems)}
        self.is_after_data = True
        return end

    def _finish(self, end: int) -> Text:
        for mark, number, position in self.open:
            self.parts[number], self.written[number] = mark, "".join(f"\\{sign}" for sign in mark)
            message = f"found `{mark}` that starts an emphasis which never ends"
            self.problems.syntax(position, message, f"write \\{mark[0]} for the sign, or end the emphasis with {mark}")
        self.is_marked = self.is_marked or len(self.tags) > len(self.trailing)
        for number in self.trailing:
            self.parts[number] = self.written[number] = ""
        markup = _collapsed("".join(self.written)) if self.is_marked else ""
        return Text(_collapsed("".join(self.parts)), end, markup, tuple(self.tags), self.data, tuple(self.mentions))


def _collapsed(text: str) -> str:
    """Return the text in one line, with one blank between words."""
    text = text.strip(" \t\n")
    return _BLANKS.sub(" ", text) if "  " in text or "\t" in text or "\n" in text else text
