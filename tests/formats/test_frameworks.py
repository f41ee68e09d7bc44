"""Frameworks in files: what is written is read back, and what is no framework is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import Framework, FrameworkError, LoadError, load_framework, read_framework, save_framework, write_framework
from argmap.formats import read_apx, read_iccma, read_tgf, write_apx, write_iccma, write_tgf
from argmap.formats.frameworks import find_format, reading


@st.composite
def frameworks(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Framework:
    arguments = draw(st.lists(names, max_size=6, unique=True))
    numbers = st.integers(0, len(arguments) - 1)
    attacks = draw(st.lists(st.tuples(numbers, numbers), max_size=12)) if arguments else []
    return Framework(tuple(arguments), tuple(attacks))


odd_names = st.one_of(
    st.sampled_from(("a", "A", "a1", "01", "0", "_", "arg", "att(a,b).", '"', "\\", "\\n", "%", "#", "a.b", "p", "ж")),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"), max_size=8),
)
words = odd_names.filter(lambda name: name.split() == [name] and name != "#" and not name.startswith("\ufeff"))


@given(frameworks(odd_names))
def test_apx_holds_every_framework(framework: Framework) -> None:
    assert read_apx(write_apx(framework)) == framework


@given(frameworks(words))
def test_tgf_holds_every_framework_whose_names_are_words(framework: Framework) -> None:
    assert read_tgf(write_tgf(framework)) == framework


@given(frameworks(odd_names))
def test_the_iccma_format_holds_all_but_the_names(framework: Framework) -> None:
    again = read_iccma(write_iccma(framework))
    assert again.arguments == tuple(str(number) for number in range(1, len(framework.arguments) + 1))
    assert again.attacks == framework.attacks
    assert write_iccma(again) == "".join(
        line for line in write_iccma(framework).splitlines(keepends=True) if not line.startswith("#")
    )


@given(frameworks(st.sampled_from(("a", "b", "c1", "x_2", "7"))))
def test_the_format_of_a_text_is_seen_from_its_content(framework: Framework) -> None:
    for name in ("af", "apx", "tgf"):
        text = write_framework(framework, name)
        if text:
            assert find_format(text) == name
            assert read_framework(text).attacks == framework.attacks


def read_or_none(text: str, name: str | None) -> Framework | None:
    """Return the framework; None for a text that the reader refuses, with at least one problem and a place for each."""
    try:
        return read_framework(text, format=name)
    except LoadError as error:
        places = [finding.place for finding in error.findings]
    assert places
    assert None not in places
    return None


@given(st.text(max_size=60), st.sampled_from((None, "af", "apx", "tgf")))
def test_any_text_gives_a_framework_or_one_load_error(text: str, name: str | None) -> None:
    framework = read_or_none(text, name)
    assert framework is None or len(framework.arguments) <= len(text) or text.lstrip().startswith("p af")


signs = st.sampled_from(("arg", "att", "(", ")", ",", ".", "a", "b", '"', "\\", " ", "\n", "%", "#", "p af 2", "1 2\n"))


@given(st.lists(signs, max_size=25).map("".join), st.sampled_from(("af", "apx", "tgf")))
def test_what_can_be_read_can_be_written_and_read_again(text: str, name: str) -> None:
    framework = read_or_none(text, name)
    if framework is not None:
        assert read_framework(write_framework(framework, name), format=name) == framework


def problems(text: str, name: str) -> list[str]:
    with pytest.raises(LoadError) as found:
        read_framework(text, "f", format=name)
    return [str(finding) for finding in found.value.findings]


HEADER = "`p af N` with the number of arguments"
STATEMENT = "`arg(NAME).` or `att(NAME,NAME).`"
UNKNOWN = "an argument (define it, or delete the attack)"


@pytest.mark.parametrize(
    ("name", "text", "place", "found", "expected"),
    [
        ("af", "", "1:1", "no line `p af N`", "one before the attacks"),
        ("af", "1 2\n", "1:1", "`1 2`", HEADER),
        ("af", "p cnf 3 2\n", "1:1", "`p cnf 3 2`", HEADER),
        ("af", "p af -1\n", "1:1", "`p af -1`", HEADER),
        ("af", "p af 999999999\n", "1:1", "999,999,999 arguments", "at most 2,000,000"),
        ("af", f"p af {'9' * 5000}\n", "1:1", f"`p af {'9' * 35}…`", HEADER),
        ("af", "# c\np af 2\n1 3\n", "3:1", "an attack with [3]", UNKNOWN),
        ("af", "p af 2\n1 0\n", "2:1", "an attack with [0]", UNKNOWN),
        ("af", "p af 2\n1\n", "2:1", "`1`", "two numbers: attacker and target"),
        ("af", "p af 2\n1 2 0\n", "2:1", "`1 2 0`", "two numbers: attacker and target"),
        ("apx", "arg(a).\narg(b)", "2:1", "`arg(b)`", STATEMENT),
        ("apx", "arg(a). arg(a,b).", "1:9", "`arg(a,b).`", "one name after `arg`"),
        ("apx", "arg(a).\n att(a).", "2:2", "`att(a).`", "two names after `att`"),
        (
            "apx",
            "arg(surge).\natt(serge,surge).",
            "2:1",
            "an attack with [serge]",
            "an argument (did you mean [surge]?)",
        ),
        ("apx", "arg(a).\n% b\nsupport(a,a).\n", "3:1", "`support(a,a).`", STATEMENT),
        ("tgf", "a\nb\n", "2:1", "no line `#`", "one between the arguments and the attacks"),
        ("tgf", "a First\n#\n", "1:1", "`a First`", "one name, without a label"),
        ("tgf", "a\n#\na a why\n", "3:1", "`a a why`", "two names: attacker and target"),
        ("tgf", "a\n#\na b\n", "3:1", "an attack with [b]", UNKNOWN),
        ("tgf", "a\n#\n#\n", "3:1", "`#`", "two names: attacker and target"),
    ],
)
def test_a_problem_is_told_with_its_place(name: str, text: str, place: str, found: str, expected: str) -> None:
    assert problems(text, name) == [f"f:{place}: FMT002 found {found}, expected {expected}"]


def test_all_problems_are_told_in_one_run_but_not_thousands() -> None:
    assert len(problems("p af 2\n1 3\n1 2\n4 4\n", "af")) == 2
    assert len(problems("arg(a).\n" + "x\n" * 10_000, "apx")) == 20


def test_a_file_with_too_much_in_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ARGUMENTS", 3)
    monkeypatch.setattr(reading, "MOST_ATTACKS", 2)
    assert problems("a\nb\nc\nd\n", "tgf") == ["f:4:1: FMT002 found more than 3 arguments"]
    assert problems("arg(a). att(a,a).\natt(a,a).\natt(a,a).", "apx") == ["f:3:1: FMT002 found more than 2 attacks"]


def test_white_space_comments_and_line_ends_of_every_system_are_read() -> None:
    expected = Framework.from_names("12", [("1", "2")])
    assert read_framework("\ufeffp af 2\r\n# c\r\n\r\n 1\t2 \r\n") == expected
    assert read_framework("% c\n\narg( 1 ).arg(2).\n att( 1 , 2 ) .% c") == expected
    assert read_framework("att(1,2). arg(1). arg(1). arg(2). att(1,2).") == expected
    assert read_framework("1\n\n2\r\n#\r\n1  2\n") == expected
    assert read_framework("#c\n# c\np af 2\n1 2") == expected


def test_files_are_saved_in_the_format_of_their_suffix(tmp_path: Path) -> None:
    framework = Framework.from_names(["1", "2"], [("1", "2"), ("2", "2")])
    for suffix in ("af", "apx", "tgf"):
        path = save_framework(framework, tmp_path / f"f.{suffix}")
        assert load_framework(path) == framework
        assert load_framework(path, format=suffix) == framework
    with pytest.raises(ValueError, match="docx"):
        save_framework(framework, tmp_path / "f.docx")
    with pytest.raises(ValueError, match="docx"):
        read_framework("arg(a).", format="docx")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfea\x00", b"arg(\xe4)."])
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "f.apx").write_bytes(content)
    with pytest.raises(LoadError) as found:
        load_framework(tmp_path / "f.apx")
    assert [finding.code for finding in found.value.findings] == ["FMT001"]


def test_tgf_refuses_names_that_it_cannot_hold() -> None:
    for name in ("a b", "", "#"):
        with pytest.raises(FrameworkError, match="expected names that tgf can hold"):
            write_tgf(Framework((name,), ()))


def test_names_become_comments_of_the_iccma_format() -> None:
    framework = Framework.from_names(["surge", "two\nlines"], [("surge", "two\nlines")])
    assert write_iccma(framework) == "p af 2\n# 1 surge\n# 2 two\ufffdlines\n1 2\n"
