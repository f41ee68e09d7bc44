"""The signs of Argdown: what a line starts with, and where the things end that a text can hold.

Argdown has no formal grammar; its lexer is the definition (https://github.com/argdown/argdown, `lexer.ts` of 1.7).
Everything here is linear: no expression scans the same characters again for another start.
"""

from __future__ import annotations

import re

LINE = re.compile(
    r"""
      (?P<blank>[ \t]*+(?:\n|\Z))
    | (?P<inference>[ \t]*+--)
    | (?P<relation>(?P<indentation>[ \t]*+)(?P<sign>\+>|->|<?\+|<?-|><|_>|<_|_(?=\s)))
    | (?P<heading>[ \t]*+\#+[ ])
    | (?P<number>[ \t]*+\((?P<digits>[0-9]+)\))
    | (?P<item>(?P<margin>[ \t]*+)(?:[0-9]+\.|\*)(?=\s))
    | (?P<text>[ \t]*+)
    """,
    re.VERBOSE,
)
"""What a line is, by how it starts; matches at the start of any line."""

PLAIN = re.compile(r"(?:[^\\@#*_\[{<:./\n]++|\.(?!\S+?\.)|:(?!\S+?:)|/(?![/*]))+")
"""Characters of a text that mean themselves."""

TITLE = re.compile(r"[ \t]*+(?:\[([^\[\]\n]++)\](?!\()|<([^<>\n]++)>)(:?)[ \t]*+")
"""The usual form of the title of a statement or an argument."""

TAG = re.compile(r"#(?:\(([^)]{1,200}+)\)|([a-zA-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+))")
"""A tag; A to z takes in the signs [ \\ ] ^ _ and the backtick, as in Argdown."""

SHORTCODE = re.compile(r"\.\S+?\.|:\S+?:")
"""A special character by its name; one that is not known means itself."""

EMPHASIS_START = re.compile(r"(\*\*|__|\*|_)(?!\s)")
EMPHASIS_END = re.compile(r"[ \t\n)}_.,!?;:*\-]|\Z")
"""What can stand after the mark that ends an emphasis."""

ADDRESS = re.compile(r"(?<=[A-Za-z]:)//[^\s/*]")
"""The slashes of a web address; in Argdown they start a comment."""

REST_OF_LINE = re.compile(r"[ \t]*+(?:\n|\Z)")

_COMMENT = re.compile(r"[ \t]*+(?://|/\*|<!--)")
_BRACE = re.compile(r"[{}]")
_AFTER_DATA = re.compile(r"\s*[,}]")
_MOST_OPEN, _MOST_BRACES = 20, 2_000
"""So many open braces, and so many in all, are balanced to find the end of data."""

_MOST_TITLE = 500
"""Titles with brackets in them are looked for so far."""


class Lexer:
    """A text with a memory of where things end, so that to look for the end of each of many brackets stays linear.

    Attributes:
        text: the text; line ends are LF.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._next: dict[str, tuple[int, int]] = {}

    def find(self, sign: str, start: int) -> int:
        """Return where the sign stands first at or after `start`; -1 if it does not; O(1) on average."""
        asked, found = self._next.get(sign, (0, -2))
        if (found == -1 and asked <= start) or asked <= start <= found:
            return found
        found = self.text.find(sign, start)
        self._next[sign] = (start, found)
        return found

    def find_in_line(self, sign: str, start: int) -> int:
        """Return where the sign stands first at or after `start` in its line; -1 if it does not."""
        found = self.find(sign, start)
        if found < 0:
            return -1
        line_end = self.find("\n", start)
        return found if line_end < 0 or found < line_end else -1

    def end_of_comment(self, start: int) -> int:
        """Return the offset after the comment that starts here; -1 if none does."""
        text = self.text
        if text.startswith("//", start):
            end = self.find("\n", start)
            return len(text) if end < 0 else end
        for opening, closing in (("/*", "*/"), ("<!--", "-->")):
            if text.startswith(opening, start):
                end = self.find(closing, start + len(opening))
                return end + len(closing) if end >= 0 else -1
        return -1

    def skip_comments(self, start: int) -> int:
        """Return the first offset at or after `start` that is neither blank nor in a comment, in the same line.

        A comment may hold line ends.
        """
        text, end = self.text, start
        while True:
            while text.startswith((" ", "\t"), end):
                end += 1
            after = self.end_of_comment(end) if text.startswith(("/", "<"), end) else -1
            if after < 0:
                return end
            end = after

    def skip_comment_lines(self, start: int) -> int:
        """Return the first offset at or after the start of a line that is in no line of comments only.

        If something stands after a comment in its line, that is where it stands.
        """
        text, position = self.text, start
        while True:
            if not _COMMENT.match(text, position):
                return position
            begin = self.skip_comments(position)
            rest = REST_OF_LINE.match(text, begin)
            if rest is None:
                return begin
            position = rest.end()

    def end_of_data(self, start: int) -> int:
        """Return the offset after the YAML data in braces that start here; -1 if there is no end.

        Data end with the first brace that closes as many as were opened and that no comma or brace follows; if there is
        none, with the first that none follows, as in Argdown.
        """
        first, depth = -1, 0
        if self.find("}", start) < 0:
            return first
        for number, match in enumerate(_BRACE.finditer(self.text, start)):
            depth += 1 if match[0] == "{" else -1
            if match[0] == "}" and not _AFTER_DATA.match(self.text, match.end()):
                if depth == 0:
                    return match.end()
                first = match.end() if first < 0 else first
            if depth <= 0 or depth > _MOST_OPEN or number > _MOST_BRACES:
                break
        return first

    def end_of_title(self, start: int) -> int:
        """Return the offset of the bracket that closes the title that opens here; -1 if its line has none.

        Brackets within the title count if a colon follows the last of them.
        """
        opening = self.text[start]
        closing = "]" if opening == "[" else ">"
        end = self.find_in_line(closing, start + 1)
        if end <= start + 1:
            return -1
        last = self.find_in_line(f"{closing}:", end)
        if end < last < start + _MOST_TITLE:
            inner = self.text[start + 1 : last]
            if _is_nested(inner, opening, closing):
                return last
        return end

    def end_of_link(self, start: int) -> tuple[int, int]:
        """Return the offsets of `](` and of `)` of the link that starts here; (-1, -1) if none does."""
        middle = self.find("]", start + 1)
        if middle > start + 1 and self.text.startswith("](", middle):
            end = self.find(")", middle + 2)
            if end > middle + 2:
                return middle, end
        return -1, -1


def _is_nested(text: str, opening: str, closing: str) -> bool:
    """Tell whether each bracket in the text has its counterpart in it."""
    depth = 0
    for sign in text:
        depth += (sign == opening) - (sign == closing)
        if depth < 0:
            return False
    return depth == 0
