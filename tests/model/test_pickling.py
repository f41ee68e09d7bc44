"""What crosses from one process to another arrives as it was."""

from __future__ import annotations

import copy
import pickle

import pytest

from argmap import ArgmapError, LoadError, UnknownElementError, check, loads, read_text
from argmap.checks import Config, run


@pytest.mark.parametrize("text", ['{"argmap": 1, "claims": {"a": "t"}}', "argmap: 1\nclaims: {a: t, b: {txt: u}}"])
def test_maps_results_and_findings_can_be_pickled(text: str) -> None:
    result = read_text(text)
    again = pickle.loads(pickle.dumps(result))
    assert (again.map, again.findings) == (result.map, result.findings)
    assert again.source_map.place(("claims", 0)) == result.source_map.place(("claims", 0))
    assert pickle.loads(pickle.dumps(run(result.map))) == run(result.map)
    assert copy.deepcopy(result.map) == result.map


def _errors() -> list[ArgmapError]:
    errors: list[ArgmapError] = [UnknownElementError("mian", "main")]
    for attempt in (
        lambda: loads("argmap: 1\nclaims: {a: {txt: u}}"),
        lambda: check(loads("argmap: 1"), select=["SUP01"]),
        lambda: check(loads("argmap: 1"), config=Config(rules={"SUP001": {"min_reasons": 2}}), profile="strct"),
        lambda: loads("argmap: 1").support().repairs("x"),
    ):
        try:
            attempt()
        except ArgmapError as error:
            errors.append(error)
    assert len(errors) == 5
    return errors


@pytest.mark.parametrize("error", _errors(), ids=lambda error: type(error).__name__)
def test_exceptions_can_be_pickled(error: ArgmapError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.__dict__) == (type(error), str(error), error.__dict__)


def test_a_load_error_has_its_findings() -> None:
    with pytest.raises(LoadError) as error:
        loads("argmap: 1\nclaims: {a: {txt: u}}")
    assert [finding.code for finding in error.value.findings] == ["FMT005", "FMT004"]
