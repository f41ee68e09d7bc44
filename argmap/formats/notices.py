"""What a reader or writer can notice: the FMT codes and what each is about."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from argmap.model import Confidence, Finding, Path, Severity
from argmap.model.printable import printable


class Notice(StrEnum):
    """The codes of what readers and writers notice; never reused."""

    UNREADABLE = "FMT001"
    SYNTAX = "FMT002"
    REPEATED_KEY = "FMT003"
    UNKNOWN_FIELD = "FMT004"
    MISSING_FIELD = "FMT005"
    UNEXPECTED_VALUE = "FMT006"
    REFUSED_YAML = "FMT007"
    VERSION = "FMT008"
    LOSS = "FMT009"
    ENCODING = "FMT010"
    UNKNOWN_FORMAT = "FMT011"
    SET_ASIDE = "FMT012"
    ASSUMED = "FMT035"
    UNDEFINED_TITLE = "FMT020"
    CONFLICTING_TEXTS = "FMT021"
    CUT_ADDRESS = "FMT022"
    MIXED_TABS = "FMT023"
    NUMBERING = "FMT024"
    INCLUDE = "FMT025"
    RESERVED_TITLE = "FMT026"
    UNPLACED_RELATION = "FMT027"
    SECOND_STRUCTURE = "FMT028"


class About(NamedTuple):
    """What there is to say of a code.

    Attributes:
        name: in kebab case.
        severity: the gravest that it is given with; a reader that can go on without loss tells it as less.
        meaning: what was noticed, in a sentence.
    """

    name: str
    severity: Severity
    meaning: str


NOTICES: dict[Notice, About] = {
    Notice.UNREADABLE: About("unreadable-file", Severity.ERROR, "The file is empty, too large, or not UTF-8 text."),
    Notice.SYNTAX: About(
        "syntax", Severity.ERROR, "The file does not follow the grammar of its format, such as YAML or JSON."
    ),
    Notice.REPEATED_KEY: About(
        "repeated-key", Severity.ERROR, "A field stands twice in one element, so that one of its values is lost."
    ),
    Notice.UNKNOWN_FIELD: About("unknown-field", Severity.ERROR, "A field is not part of the format."),
    Notice.MISSING_FIELD: About("missing-field", Severity.ERROR, "A field that an element needs is not there."),
    Notice.UNEXPECTED_VALUE: About(
        "unexpected-value", Severity.ERROR, "A value is not of the form that its field has."
    ),
    Notice.REFUSED_YAML: About("refused-yaml", Severity.ERROR, "The file uses a part of YAML that maps do without."),
    Notice.VERSION: About(
        "version", Severity.ERROR, "The file does not say which version of the format it has, or has a newer one."
    ),
    Notice.LOSS: About("loss", Severity.WARNING, "The format that is written cannot hold a part of the map."),
    Notice.ENCODING: About(
        "encoding", Severity.WARNING, "The file is not UTF-8 text and was read in the encoding that it seems to have."
    ),
    Notice.UNKNOWN_FORMAT: About(
        "unknown-format", Severity.ERROR, "The content is of no format that is read, or of more than one."
    ),
    Notice.SET_ASIDE: About(
        "set-aside", Severity.WARNING, "The file has something for which maps have no word; it is kept as an extension."
    ),
    Notice.ASSUMED: About(
        "assumed", Severity.WARNING, "The file leaves something open, and the reader says what it took it for."
    ),
    Notice.UNDEFINED_TITLE: About(
        "undefined-title", Severity.WARNING, "Argdown: a title of a statement or an argument is defined nowhere."
    ),
    Notice.CONFLICTING_TEXTS: About(
        "conflicting-texts", Severity.WARNING, "Argdown: one title has texts that differ; the last is taken."
    ),
    Notice.CUT_ADDRESS: About(
        "cut-address", Severity.WARNING, "Argdown: the slashes of a web address start a comment and cut the line off."
    ),
    Notice.MIXED_TABS: About(
        "mixed-tabs", Severity.WARNING, "Argdown: relations are indented with tabs and spaces; a tab is one column."
    ),
    Notice.NUMBERING: About(
        "numbering",
        Severity.WARNING,
        "Argdown: the numbers of a structure do not count its lines, or `uses` names none.",
    ),
    Notice.INCLUDE: About(
        "include", Severity.ERROR, "Argdown: a file is not included: not allowed, not there, or there already."
    ),
    Notice.RESERVED_TITLE: About(
        "reserved-title", Severity.WARNING, "Argdown: a title is one that Argdown gives to what has none."
    ),
    Notice.UNPLACED_RELATION: About(
        "unplaced-relation", Severity.WARNING, "Argdown: a relation leads to nothing that it could be about."
    ),
    Notice.SECOND_STRUCTURE: About(
        "second-structure", Severity.WARNING, "Argdown: an argument has a second premise-conclusion structure."
    ),
}
"""What there is to say of each code."""


def notice(  # noqa: PLR0913 - the fields of a finding
    code: Notice,
    message: str,
    fix: str = "",
    path: Path = (),
    element: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return the finding for something about a file; an error if it keeps a part of it from being read."""
    return Finding(code.value, severity, Confidence.HIGH, printable(message), printable(fix), element, path)
