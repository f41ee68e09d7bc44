"""Exercises as packages of QTI 2.1 and 3.0: a manifest, a test, and a file for each item.

QTI 3.0 says what 2.1 does in other names, so items are built in those of 2.1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree import ElementTree as ET

from argmap.classroom.exercises import ExerciseSet
from argmap.classroom.lms.elements import add, as_document, identifiers
from argmap.classroom.lms.exported import Exported, Losses
from argmap.classroom.lms.figures import Figure, find_figure
from argmap.classroom.lms.markup import plain
from argmap.classroom.lms.package import pack
from argmap.classroom.lms.pairs import simplified
from argmap.classroom.lms.qti_items import Item, build_item
from argmap.classroom.lms.qti_scoring import MAP_RESPONSE, SCORE

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_TEST = "test.xml"
_TEST_ID, _PART_ID, _SECTION_ID = "test", "part", "section"
_POINTS = "POINTS"


@dataclass(frozen=True, slots=True)
class _Version:
    """A version of QTI.

    Attributes:
        items: namespace of items and tests, with the address of its schema.
        manifest: the same of manifests.
        schema: what a manifest says that the package is, and in which version.
        kinds: what a manifest calls items, tests and pictures.
        is_new: True for the names of version 3.
    """

    items: tuple[str, str]
    manifest: tuple[str, str]
    schema: tuple[str, str]
    kinds: tuple[str, str, str]
    is_new: bool


_QTI21 = _Version(
    (
        "http://www.imsglobal.org/xsd/imsqti_v2p1",
        "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    ),
    (
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    ),
    ("QTIv2.1 Package", "1.0.0"),
    ("imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1", "webcontent"),
    is_new=False,
)
_QTI3 = _Version(
    (
        "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    ),
    (
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
    ),
    ("QTI Package", "3.0.0"),
    ("imsqti_item_xmlv3p0", "imsqti_test_xmlv3p0", "webcontent"),
    is_new=True,
)


def export_qti21(exercises: ExerciseSet) -> Exported:
    """Return the exercises as a package of QTI 2.1, with what it cannot carry."""
    return _export(exercises, _QTI21)


def export_qti3(exercises: ExerciseSet) -> Exported:
    """Return the exercises as a package of QTI 3.0, with what it cannot carry."""
    return _export(exercises, _QTI3)


@dataclass(frozen=True, slots=True)
class _File:
    """An item in its file, with the points that it is worth and the path of its picture."""

    name: str
    item: Item
    points: float
    figure: Figure | None

    @property
    def path(self) -> str:
        return f"items/{self.name}.xml"

    @property
    def picture(self) -> str:
        return f"items/figures/{self.name}.svg"


def _export(exercises: ExerciseSet, version: _Version) -> Exported:
    losses = Losses()
    found: list[_File] = []
    simple = [simplified(exercise) for exercise in exercises]
    names = identifiers((exercise.id for exercise in simple), taken=(_TEST_ID, _PART_ID, _SECTION_ID))
    for exercise, name in zip(simple, names, strict=True):
        figure = find_figure(exercise)
        beside = (figure, f"figures/{name}.svg") if figure else None
        if item := build_item(exercise, exercises.language, beside, losses):
            item.element.set("identifier", name)
            found.append(_File(name, item, exercise.points, figure))
    files = {"imsmanifest.xml": as_document(_manifest(found, version))}
    files[_TEST] = _document(_test(exercises, found), version)
    for file in found:
        files[file.path] = _document(file.item.element, version)
        if file.figure:
            files[file.picture] = file.figure.draw()
    return Exported(pack(files), tuple(losses.found))


def _document(root: ET.Element, version: _Version) -> str:
    if version.is_new:
        _rename(root)
    _place(root, version.items)
    return as_document(root)


def _place(root: ET.Element, names: tuple[str, str]) -> None:
    root.attrib = {"xmlns": names[0], "xmlns:xsi": _XSI, "xsi:schemaLocation": " ".join(names)} | root.attrib


def _test(exercises: ExerciseSet, found: list[_File]) -> ET.Element:
    root = ET.Element("assessmentTest", {"identifier": _TEST_ID, "title": plain(exercises.title)})
    outcome = add(root, "outcomeDeclaration", identifier=SCORE, cardinality="single", baseType="float")
    add(ET.SubElement(outcome, "defaultValue"), "value", "0")
    part = add(root, "testPart", identifier=_PART_ID, navigationMode="nonlinear", submissionMode="individual")
    section = add(part, "assessmentSection", identifier=_SECTION_ID, title=plain(exercises.title), visible="true")
    for file in found:
        reference = add(section, "assessmentItemRef", identifier=file.name, href=file.path)
        add(reference, "weight", identifier=_POINTS, value=f"{file.points / file.item.most:.6g}")
    total = add(ET.SubElement(root, "outcomeProcessing"), "setOutcomeValue", identifier=SCORE)
    add(ET.SubElement(total, "sum"), "testVariables", variableIdentifier=SCORE, weightIdentifier=_POINTS)
    return root


def _manifest(found: list[_File], version: _Version) -> ET.Element:
    root = ET.Element("manifest", {"identifier": "manifest"})
    _place(root, version.manifest)
    metadata = ET.SubElement(root, "metadata")
    add(metadata, "schema", version.schema[0])
    add(metadata, "schemaversion", version.schema[1])
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    item_kind, test_kind, picture_kind = version.kinds
    test = _resource(resources, "test", test_kind, _TEST)
    for file in found:
        add(test, "dependency", identifierref=f"item-{file.name}")
    for file in found:
        resource = _resource(resources, f"item-{file.name}", item_kind, file.path)
        if file.figure:
            add(resource, "dependency", identifierref=f"figure-{file.name}")
            _resource(resources, f"figure-{file.name}", picture_kind, file.picture)
    return root


def _resource(resources: ET.Element, identifier: str, kind: str, path: str) -> ET.Element:
    resource = add(resources, "resource", identifier=identifier, type=kind, href=path)
    add(resource, "file", href=path)
    return resource


_HTML = frozenset({"p", "pre", "br", "img", "ul", "li"})
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TEMPLATES: Mapping[str, str] = MappingProxyType(
    {MAP_RESPONSE: "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"}
)


def _rename(root: ET.Element) -> None:
    """Give the element, and all in it, the names of QTI 3.0."""
    for element in list(root.iter()):
        if element.tag not in _HTML:
            if element.tag in {"modalFeedback", "rubricBlock"}:
                _enclose(element)
            element.tag = f"qti-{_kebab(element.tag)}"
            element.attrib = {_kebab(name): _TEMPLATES.get(text, text) for name, text in element.attrib.items()}


def _enclose(element: ET.Element) -> None:
    """Put the content into an element of its own, as QTI 3.0 has it."""
    if element.tag == "rubricBlock":
        element.set("use", "scoring")
    body = ET.Element("qti-content-body")
    body.extend(list(element))
    element[:] = [body]


def _kebab(name: str) -> str:
    return _INNER_CAPITAL.sub("-", name).lower()
