"""XML text to a tree, with the place of every element; entities are refused, and nothing outside the text is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.saxutils import escape, quoteattr
from xml.sax.xmlreader import AttributesImpl, Locator

from argmap.formats.json_document import check_text
from argmap.formats.notices import Notice, notice
from argmap.formats.tree import SyntaxProblemError
from argmap.model import Place

_MOST_DEPTH = 200
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True, eq=False)
class XmlElement:
    """An element.

    Attributes:
        name: its name, without the prefix of a namespace.
        attributes: their values by name.
        line, column: where it begins, counted from 1.
        offset: after how many characters of the text around it it stands.
        text: what stands in it before, between and after its children.
        children: the elements in it.
    """

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    offset: int = 0
    text: str = ""
    children: list[XmlElement] = field(default_factory=list)

    def find_all(self, name: str) -> Iterator[XmlElement]:
        """Yield the children of a name."""
        return (child for child in self.children if child.name == name)

    def whole_text(self) -> str:
        """Return its text with that of everything in it, in the order of the file; it is never deep."""
        parts: list[str] = []
        at = 0
        for child in self.children:
            parts += [self.text[at : child.offset], child.whole_text()]
            at = child.offset
        return "".join([*parts, self.text[at:]])

    def descendants(self) -> Iterator[XmlElement]:
        """Yield everything in it, in the order of the file."""
        stack = list(reversed(self.children))
        while stack:
            element = stack.pop()
            yield element
            stack += reversed(element.children)


def parse_xml(text: str, name: str, most_depth: int = _MOST_DEPTH) -> XmlElement:
    """Return the root element.

    Args:
        text: the text.
        name: the name of the file, as places show it.
        most_depth: how deep elements may be nested.

    Raises:
        SyntaxProblemError: the text is not XML, declares entities, or is nested too deep.
    """
    from defusedxml import DefusedXmlException, sax

    check_text(text, name)
    parser = sax.make_parser()
    parser.forbid_external = False  # a DTD may be named; it is not read, and entities are refused as they are declared
    builder = _Builder(parser, most_depth)
    parser.setContentHandler(builder)
    try:
        parser.feed(text)
        parser.close()
    except SAXParseException as error:
        place = Place(name, max(error.getLineNumber() or 1, 1), (error.getColumnNumber() or 0) + 1)
        message = f"the text is not XML: {error.getMessage()}"
        raise SyntaxProblemError(notice(Notice.SYNTAX, message).at(place)) from None
    except (DefusedXmlException, _EntityError):
        message = "found an entity, expected XML without any"
        raise SyntaxProblemError(
            notice(Notice.SYNTAX, message, "write the text itself").at(Place(name, 1, 1))
        ) from None
    except _TooDeepError:
        message = f"nested deeper than {most_depth} levels"
        raise SyntaxProblemError(notice(Notice.SYNTAX, message).at(Place(name, 1, 1))) from None
    if builder.root is None:
        raise SyntaxProblemError(notice(Notice.UNREADABLE, "found no element, expected XML").at(Place(name, 1, 1)))
    return builder.root


class _TooDeepError(Exception):
    pass


class _EntityError(Exception):
    pass


class _Builder(ContentHandler):
    """Puts the elements into a tree as they come."""

    def __init__(self, locator: Locator, most_depth: int) -> None:
        super().__init__()
        self.root: XmlElement | None = None
        self._stack: list[tuple[XmlElement, list[str]]] = []
        self._lengths: list[int] = []
        self._place_of = locator
        self._most_depth = most_depth

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the parser's name
        """Open an element."""
        line, column = self._place_of.getLineNumber() or 1, (self._place_of.getColumnNumber() or 0) + 1
        element = XmlElement(name.rpartition(":")[2], dict(attrs.items()), line, column)
        if self._stack:
            element.offset = self._lengths[-1]
            self._stack[-1][0].children.append(element)
        else:
            self.root = element
        self._stack.append((element, []))
        self._lengths.append(0)
        if len(self._stack) > self._most_depth:
            raise _TooDeepError

    def characters(self, content: str) -> None:
        """Take a piece of an element's text."""
        self._stack[-1][1].append(content)
        self._lengths[-1] += len(content)

    def skippedEntity(self, name: str) -> None:  # noqa: N802
        """Refuse what a DTD that is not read might declare."""
        raise _EntityError(name)

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002
        """Close an element."""
        element, pieces = self._stack.pop()
        self._lengths.pop()
        element.text = "".join(pieces)


def xml_text(text: str) -> str:
    """Return a text as it stands between tags; characters that XML cannot hold become U+FFFD."""
    return escape(_NOT_IN_XML.sub("\ufffd", text), {"\r": "&#13;"})


def xml_attributes(values: Mapping[str, str]) -> str:
    """Return attributes as they stand in a tag, each with a space before it."""
    spaces = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return "".join(f" {key}={quoteattr(_NOT_IN_XML.sub(chr(0xFFFD), value), spaces)}" for key, value in values.items())
