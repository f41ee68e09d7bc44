"""How an item of QTI is scored, and when it says what: declarations and response processing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from xml.etree import ElementTree as ET

from argmap.classroom.lms.elements import add

RESPONSE = "RESPONSE"
SCORE = "SCORE"
FEEDBACK = "FEEDBACK"
GENERAL = "general"
MAP_RESPONSE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"


def declare_response(  # noqa: PLR0913 - what the declaration of a response consists of
    item: ET.Element, cardinality: str, base: str, keys: Sequence[str], values: Mapping[str, float], *, most: int
) -> None:
    """Add what a response is, which is right, and what its parts score.

    Args:
        item: the item.
        cardinality: single, multiple or ordered.
        base: type of its parts.
        keys: the parts of the right response.
        values: what each part scores; any other nothing.
        most: what a response scores at most; it never scores less than 0.
    """
    declared = add(item, "responseDeclaration", identifier=RESPONSE, cardinality=cardinality, baseType=base)
    right = ET.SubElement(declared, "correctResponse")
    for key in keys:
        add(right, "value", key)
    if values:
        mapping = add(declared, "mapping", lowerBound="0", upperBound=str(most), defaultValue="0")
        for part, value in values.items():
            add(mapping, "mapEntry", mapKey=part, mappedValue=f"{value:g}")


def declare_outcomes(item: ET.Element, most: int, *, says_something: bool) -> None:
    """Add the score, what it is at most, and what is to be said.

    Args:
        item: the item.
        most: what a right response scores.
        says_something: True if the item has feedback.
    """
    _declare(item, SCORE, "float", "0")
    _declare(item, "MAXSCORE", "float", str(most))
    if says_something:
        outcome = add(item, "outcomeDeclaration", identifier=FEEDBACK, cardinality="multiple", baseType="identifier")
        # Some players fail where there is nothing at all to say.
        add(ET.SubElement(outcome, "defaultValue"), "value", "nothing")


def declare_pairs(item: ET.Element, by_pair: Mapping[str, str]) -> None:
    """Add a variable for each pair on which there is feedback, which `score_by_map` compares responses with.

    A player that 1EdTech certified, qti3-item-player 1.1.20, knows pairs as values of variables only.
    """
    for pair, name in by_pair.items():
        _declare(item, _pair_variable(name), "directedPair", pair)


def declare_places(item: ET.Element, names: Mapping[str, str]) -> None:
    """Add a variable for the place of each option, and one for each number that a place can have.

    The numbers are there for the same player: it looks for the `n` of an index among the variables only.
    """
    for name in names.values():
        _declare(item, _place_variable(name), "integer", "0")
    for number in range(1, len(names) + 1):
        _declare(item, _number_variable(number), "integer", str(number))


def _declare(item: ET.Element, name: str, base: str, value: str) -> None:
    outcome = add(item, "outcomeDeclaration", identifier=name, cardinality="single", baseType=base)
    add(ET.SubElement(outcome, "defaultValue"), "value", value)


def _pair_variable(name: str) -> str:
    return f"PAIR_{name}"


def _place_variable(name: str) -> str:
    return f"PLACE_{name}"


def _number_variable(number: int) -> str:
    return f"NUMBER_{number}"


def score_by_map(said: Mapping[str, str], by_pair: Mapping[str, str] = MappingProxyType({})) -> ET.Element:
    """Return a processing by which a response scores what its mapping says.

    Args:
        said: feedback by its name, which is that of the option that it is on.
        by_pair: names of feedback by the pairs that they are on.
    """
    processing = ET.Element("responseProcessing")
    if not said:
        processing.set("template", MAP_RESPONSE)
        return processing
    condition = ET.SubElement(processing, "responseCondition")
    empty = ET.SubElement(condition, "responseIf")
    add(ET.SubElement(empty, "isNull"), "variable", identifier=RESPONSE)
    _value(add(empty, "setOutcomeValue", identifier=SCORE), "float", "0")
    other = ET.SubElement(condition, "responseElse")
    add(add(other, "setOutcomeValue", identifier=SCORE), "mapResponse", identifier=RESPONSE)
    if said.keys() - {GENERAL, *by_pair.values()}:
        _say(processing).append(_variable(RESPONSE))
    for name in by_pair.values():
        found = ET.SubElement(ET.SubElement(processing, "responseCondition"), "responseIf")
        ET.SubElement(found, "member").extend((_variable(_pair_variable(name)), _variable(RESPONSE)))
        _value(_say(found), "identifier", name)
    _say_always(processing, said)
    return processing


def score_by_order(pairs: Sequence[tuple[str, str]], names: Mapping[str, str], said: Mapping[str, str]) -> ET.Element:
    """Return a processing by which each pair in the right order scores a point; so more than one order can be right.

    QTI can tell what stands in a place, but not in which place something stands. So that is found first.

    Args:
        pairs: options of which the first has to come before the second.
        names: identifiers of all options.
        said: feedback by its name.
    """
    processing = ET.Element("responseProcessing")
    places = {option: _place_variable(name) for option, name in names.items()}
    for option, place in places.items():
        condition = ET.SubElement(processing, "responseCondition")
        for number in range(1, len(names) + 1):
            branch = ET.SubElement(condition, "responseIf" if number == 1 else "responseElseIf")
            match = ET.SubElement(branch, "match")
            add(match, "index", n=_number_variable(number)).append(_variable(RESPONSE))
            _value(match, "identifier", names[option])
            _value(add(branch, "setOutcomeValue", identifier=place), "integer", str(number))
    for first, second in pairs:
        branch = ET.SubElement(ET.SubElement(processing, "responseCondition"), "responseIf")
        ET.SubElement(branch, "lt").extend((_variable(places[first]), _variable(places[second])))
        total = ET.SubElement(add(branch, "setOutcomeValue", identifier=SCORE), "sum")
        total.append(_variable(SCORE))
        _value(total, "float", "1")
    _say_always(processing, said)
    return processing


def score_by_hand(said: Mapping[str, str]) -> ET.Element | None:
    """Return a processing that scores nothing, as a person does; None if it has nothing to say either."""
    if not said:
        return None
    processing = ET.Element("responseProcessing")
    _say_always(processing, said)
    return processing


def _say_always(processing: ET.Element, said: Mapping[str, str]) -> None:
    if GENERAL in said:
        _value(_say(processing), "identifier", GENERAL)


def _say(parent: ET.Element) -> ET.Element:
    """Add to what is to be said; return the element that takes the name of more."""
    every = ET.SubElement(add(parent, "setOutcomeValue", identifier=FEEDBACK), "multiple")
    every.append(_variable(FEEDBACK))
    return every


def _variable(name: str) -> ET.Element:
    return ET.Element("variable", {"identifier": name})


def _value(parent: ET.Element, base: str, text: str) -> None:
    add(parent, "baseValue", text, baseType=base)
