"""Foreign XML to a tree with places, without entities, without anything fetched, and never deep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.sax import ContentHandler, SAXParseException
from xml.sax.xmlreader import InputSource

from argmap.formats.notices import Notice, notice
from argmap.formats.tree import SyntaxProblemError
from argmap.model import Place

_MOST_DEPTH = 200


@dataclass(slots=True)
class XmlElement:
    """An element.

    Attributes:
        name: its name, without the prefix of a namespace.
        attributes: their values by name.
        line, column: where it begins, counted from 1.
        text: what stands in it before, between and after its children.
        children: the elements in it.
    """

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    text: str = ""
    children: list[XmlElement] = field(default_factory=list)

    def find_all(self, name: str) -> Iterator[XmlElement]:
        """Yield the children of a name."""
        return (child for child in self.children if child.name == name)

    def descendants(self) -> Iterator[XmlElement]:
        """Yield everything in it, in the order of the file."""
        stack = list(reversed(self.children))
        while stack:
            element = stack.pop()
            yield element
            stack += reversed(element.children)


def parse_xml(text: str, file: str) -> XmlElement:
    """Return the root of an XML text; O(length).

    Raises:
        SyntaxProblemError: the text is not XML, declares entities, or is nested too deep.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.sax import make_parser

    builder = _Builder(file)
    parser = make_parser()
    parser.forbid_entities = parser.forbid_external = True
    parser.setContentHandler(builder)
    source = InputSource(file)
    source.setEncoding("utf-8")  # whatever the text says of itself, it is decoded already
    source.setByteStream(BytesIO(text.encode()))
    try:
        parser.parse(source)
    except SAXParseException as error:
        message = f"the text is not XML: {error.getMessage()}"
        place = Place(file, error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1)
        raise SyntaxProblemError(notice(Notice.SYNTAX, message).at(place)) from None
    except DefusedXmlException:
        message = "found the declaration of an entity, which is not read"
        raise SyntaxProblemError(notice(Notice.SYNTAX, message, "write its text out").at(builder.place())) from None
    if builder.root is None:
        raise SyntaxProblemError(notice(Notice.SYNTAX, "found no element").at(Place(file, 1, 1)))
    return builder.root


class _Builder(ContentHandler):
    """Puts elements into a tree with a stack of those that have not ended."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file
        self.root: XmlElement | None = None
        self._stack: list[XmlElement] = []
        self._texts: list[list[str]] = []
        self._locator: Any = None

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802 - the parser's name
        self._locator = locator

    def place(self) -> Place:
        """Return where the parser is."""
        line, column = self._locator.getLineNumber(), self._locator.getColumnNumber()
        return Place(self.file, line or 1, (column or 0) + 1)

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        place = self.place()
        if len(self._stack) >= _MOST_DEPTH:
            message = f"nested deeper than {_MOST_DEPTH} levels"
            raise SyntaxProblemError(notice(Notice.SYNTAX, message, "flatten it").at(place))
        element = XmlElement(name.rpartition(":")[2], dict(attrs), place.line, place.column)
        if self._stack:
            self._stack[-1].children.append(element)
        else:
            self.root = element
        self._stack.append(element)
        self._texts.append([])

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802
        self._stack.pop().text = "".join(self._texts.pop())

    def characters(self, content: str) -> None:
        self._texts[-1].append(content)
