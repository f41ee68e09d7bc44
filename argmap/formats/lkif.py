"""LKIF, the Legal Knowledge Interchange Format, as Carneades 2 and 3 exchanged argument graphs."""

from __future__ import annotations

from argmap.formats.assembly import Assembly, extension, shown
from argmap.formats.fields import STRUCTURE
from argmap.formats.notices import Notice
from argmap.formats.result import LoadResult
from argmap.formats.spec import FormatSpec
from argmap.formats.tree import SyntaxProblemError
from argmap.formats.xml_tree import XmlElement, parse_xml

_STANDARDS = {
    "SE": "scintilla", "PE": "preponderance", "CE": "clear-and-convincing", "CCE": "clear-and-convincing",
    "BRD": "beyond-reasonable-doubt", "DV": "dialectical",
}  # fmt: skip
_READ_OF_STATEMENT = frozenset({"id"})
_READ_OF_ARGUMENT = frozenset({"id", "direction", "weight", "scheme"})


def read_lkif(text: str, file: str = "<text>") -> LoadResult:
    """Return the map of the argument graphs in an LKIF file.

    Arguments pro are inferences and arguments con are attacks. A premise with the role warrant is the warrant, and an
    exception attacks the argument. A statement that is assumed to be true is given. What else is said of statements and
    arguments is kept as extensions.

    Args:
        text: the content of a file, with LF line ends.
        file: its name, as places show it.
    """
    assembly = Assembly(text, file)
    try:
        return _read(assembly, parse_xml(text, file))
    except SyntaxProblemError as problem:
        return assembly.nothing(problem.finding)


def recognise_lkif(text: str) -> str:
    """Tell why a text is LKIF; "" if it is not."""
    start = text[:2000]
    return "XML with `<lkif`" if start.lstrip("\ufeff \t\n").startswith("<") and "<lkif" in start else ""


def _read(assembly: Assembly, root: XmlElement) -> LoadResult:
    graphs = [element for element in root.descendants() if element.name == "argument-graph"]
    if root.name != "lkif" or not graphs:
        assembly.problem(Notice.SYNTAX, "found no `argument-graph`, expected one in `lkif`", (root.line, root.column))
    main: list[str] = []
    for graph in graphs:
        for element in graph.descendants():
            if element.name == "statement" and element.attributes.get("id"):
                _add_statement(assembly, element)
        for element in graph.descendants():
            if element.name == "argument":
                _add_argument(assembly, element)
        if issue := graph.attributes.get("main-issue"):
            main.append(assembly.id_for(issue))
    titles = [graph.attributes.get("title", "") for graph in graphs]
    title = " ".join(" / ".join(filter(None, titles)).split())
    return assembly.result(title=title, main=tuple(dict.fromkeys(main)))


def _add_statement(assembly: Assembly, statement: XmlElement) -> None:
    fields = statement.attributes
    is_given = fields.get("assumption") == "true" and fields.get("value") == "true"
    texts = [child.whole_text() for child in statement.find_all("s")]
    text = " ".join(" ".join(texts or [statement.text]).split())
    own = {name: value for name, value in fields.items() if name not in _READ_OF_STATEMENT}
    assembly.claim(
        text,
        (statement.line, statement.column),
        id=assembly.id_for(fields["id"]),
        given="assumed" if is_given else "none",
        standard=_STANDARDS.get(fields.get("standard", "")),
        extensions=extension("lkif", own),
    )


def _add_argument(assembly: Assembly, argument: XmlElement) -> None:
    position = (argument.line, argument.column)
    name = argument.attributes.get("id") or f"argument-{argument.line}"
    step_id = assembly.id_for(name)
    ends = [end.attributes.get("statement", "") for end in argument.find_all("conclusion")]
    starts: list[str] = []
    exceptions: list[XmlElement] = []
    warrant = None
    for premise in argument.descendants():
        statement = premise.attributes.get("statement", "") if premise.name == "premise" else ""
        if not statement:
            continue
        if premise.attributes.get("polarity") == "negative":
            message = f"argument [{shown(name)}] has a negative premise, which was read as a premise"
            assembly.remark(Notice.ASSUMED, message, (premise.line, premise.column), "state its negation as a claim")
        if premise.attributes.get("type") == "exception":
            exceptions.append(premise)
        elif premise.attributes.get("role") == "warrant" and warrant is None:
            warrant = assembly.id_for(statement)
        else:
            starts.append(assembly.id_for(statement))
    end = next(filter(None, ends), "")
    if not end or not (starts or warrant):
        lacks = "premises" if end else "conclusion"
        assembly.problem(Notice.MISSING_FIELD, f"argument [{shown(name)}] has no {lacks}, and is left out", position)
        return
    if not starts or argument.attributes.get("direction") == "con":  # only inferences with premises have warrants
        starts, warrant = [*starts, *filter(None, [warrant])], None
    _add_step(assembly, argument, (step_id, starts, assembly.id_for(end), warrant))
    for number, exception in enumerate(exceptions, start=1):
        start = assembly.id_for(exception.attributes["statement"])
        attack_id = assembly.id_for(f"{name}:exception-{number}")
        assembly.attack(step_id, [start], (exception.line, exception.column), id=attack_id)


def _add_step(assembly: Assembly, argument: XmlElement, step: tuple[str, list[str], str, str | None]) -> None:
    """Add an argument, of which the id, the premises, the end and the warrant are known."""
    step_id, starts, end, warrant = step
    fields, position = argument.attributes, (argument.line, argument.column)
    weight = _weight(assembly, fields.get("weight", ""), argument)
    own = {name: value for name, value in fields.items() if name not in _READ_OF_ARGUMENT and value}
    scheme = fields.get("scheme") or None
    if fields.get("direction") == "con":
        own |= {"scheme": scheme} if scheme else {}
        assembly.attack(end, starts, position, id=step_id, weight=weight, extensions=extension("lkif", own))
    else:
        given = {"weight": weight, "warrant": warrant, "scheme": scheme, "extensions": extension("lkif", own)}
        assembly.support(end, starts, position, id=step_id, **given)


def _weight(assembly: Assembly, value: str, argument: XmlElement) -> float | None:
    if not value:
        return None
    try:
        weight = float(value)
    except ValueError:
        weight = -1.0
    if 0 <= weight <= 1:
        return weight
    message = f'found the weight "{shown(value)}", expected a number from 0 to 1'
    assembly.problem(Notice.UNEXPECTED_VALUE, message, (argument.line, argument.column))
    return None


SPEC = FormatSpec(
    name="lkif",
    title="an argument graph in LKIF, as Carneades 2 and 3 wrote it",
    suffixes=(".lkif.xml", ".lkif"),
    recognise=recognise_lkif,
    read=read_lkif,
    write=None,
    holds=STRUCTURE
    | {"title", "main", "claims.id", "claims.given", "claims.standard", "claims.extensions", "attacks.id"}
    | {"attacks.weight", "attacks.extensions"}
    | {f"inferences.{name}" for name in ("id", "scheme", "warrant", "weight", "extensions")},
    remarks="Rules and theories of a knowledge base are not read. Negative premises are read as premises, which is "
    "told. The standard BA is kept as an extension and not used.",
    source="Hoekstra and others, The LKIF Core Ontology (2007); Carneades, https://carneades.github.io",
)
