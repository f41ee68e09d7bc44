"""The schemes that come with argmap, and how schemes are found."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from argmap.model import ArgmapError
from argmap.schemes import (
    Origin,
    Scheme,
    SchemeError,
    Schemes,
    UnknownSchemeError,
    all_schemes,
    built_in_schemes,
    find_scheme,
    scheme_list,
    scheme_page,
    scheme_pages,
)

ROOT = Path(__file__).parents[2]
FILES = sorted(file.name for file in resources.files("argmap.schemes").iterdir() if file.name.endswith(".toml"))
each_scheme = pytest.mark.parametrize("scheme", tuple(built_in_schemes()), ids=lambda scheme: scheme.id)


def make(scheme_id: str, **fields) -> Scheme:
    defaults = {"name": scheme_id, "about": "A.", "premises": [{"name": "p", "text": "P."}]}
    return Scheme.model_validate({"id": scheme_id, **defaults, "conclusion": {"text": "C."}, **fields})


def test_there_are_at_least_25_schemes_and_each_file_holds_the_one_it_is_named_after():
    assert len(built_in_schemes()) == len(FILES) >= 25
    assert sorted(f"{scheme.id}.toml" for scheme in built_in_schemes()) == FILES


@each_scheme
def test_a_scheme_is_complete(scheme):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", scheme.id)
    assert re.fullmatch(r"[A-Z].*\.", scheme.about)
    assert scheme.sources
    assert all(source.place or "Walton, Reed and Macagno" not in source.work for source in scheme.sources)
    assert len(scheme.questions) >= 2
    assert scheme.burden
    for slot in scheme.premises:
        assert re.fullmatch(r".*\.", slot.text)
    for question in scheme.questions:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", question.id)
        assert re.fullmatch(r"[A-Z].*\?", question.text)


@each_scheme
def test_a_question_is_about_side_effects_if_and_only_if_its_id_says_so(scheme):
    assert [q.side_effects for q in scheme.questions] == [q.id == "side-effects" for q in scheme.questions]


@each_scheme
def test_a_scheme_that_proposes_something_for_its_effects_asks_for_side_effects(scheme):
    means = {"practical-reasoning", "positive-consequences", "negative-consequences", "pragmatic-alternatives"}
    assert scheme.id not in means or any(question.side_effects for question in scheme.questions)


def test_names_in_aif_are_unique_and_spelt_as_aifdb_spells_them():
    names = [scheme.aif for scheme in built_in_schemes() if scheme.aif]
    assert len(set(names)) == len(names) > 30
    assert all(re.fullmatch(r"([A-Z][a-z]*)+", name) for name in names)
    assert {"CauseToEffect", "ExpertOpinion", "PracticalReasoning", "VerbalClassification"} <= set(names)


@each_scheme
def test_a_scheme_is_found_by_each_of_its_names_however_they_are_spelt(scheme):
    schemes = built_in_schemes()
    for name in scheme.names:
        for spelling in (name, name.upper(), name.replace("-", " "), name.replace(" ", "_")):
            assert schemes.find(spelling) is scheme
    assert schemes.find(f"Argument from {scheme.id}") is scheme


@pytest.mark.parametrize(
    ("name", "scheme_id"),
    [
        ("Argument from Expert Opinion", "expert-opinion"),
        ("PracticalReasoning", "practical-reasoning"),
        ("cause to effect", "cause-to-effect"),
        ("argument from authority", "expert-opinion"),
        ("TU QUOQUE", "pragmatic-inconsistency"),
    ],
)
def test_well_known_names_are_known(name, scheme_id):
    assert find_scheme(name).id == scheme_id


@pytest.mark.parametrize(
    ("name", "nearest"), [("expert opinon", "expert-opinion"), ("AuseToEffect", "cause-to-effect"), ("qqq", None)]
)
def test_an_unknown_name_is_an_error_that_names_the_nearest(name, nearest):
    with pytest.raises(UnknownSchemeError) as caught:
        find_scheme(name)
    assert (caught.value.name, caught.value.nearest) == (name, nearest)
    assert isinstance(caught.value, ArgmapError)
    assert isinstance(caught.value, KeyError)
    hint = f"did you mean {nearest}?" if nearest else "expected a name that `argmap schemes` lists"
    assert str(caught.value) == f"no scheme {name!r}, {hint}"


@pytest.mark.parametrize("name", ["", " ", "-", "argument from", "語"])
def test_a_name_without_letters_of_a_scheme_is_that_of_none(name):
    assert all_schemes().find(name) is None


def test_two_schemes_with_a_name_in_common_are_an_error_that_names_both():
    one, other = Origin("a.toml", make("one")), Origin("b.toml", make("other", aliases=["ONE"]))
    with pytest.raises(SchemeError) as caught:
        Schemes([one, other])
    assert str(caught.value) == (
        "b.toml: the name 'ONE' of scheme other is that of the scheme one in a.toml, "
        "expected a name that no other scheme has"
    )


def test_a_scheme_does_not_replace_one_that_is_built_in():
    with pytest.raises(SchemeError, match=r"mine\.toml: the name 'sign' is that of the scheme sign in argmap: sign\."):
        all_schemes().add([Origin("mine.toml", make("sign"))])


def test_a_question_is_found_by_its_id_and_by_its_words():
    scheme = find_scheme("practical-reasoning")
    question = scheme.find_question("side-effects")
    assert question is not None
    assert scheme.find_question("Side effects") is question
    assert scheme.find_question(question.text.upper()) is question
    assert scheme.find_question("side") is None


@each_scheme
def test_the_page_of_a_scheme_shows_all_of_it(scheme):
    page = scheme_page(scheme)
    assert page.startswith(f"# {scheme.id}\n\n{scheme.name}. {scheme.about}\n")
    for text in (scheme.aif, scheme.conclusion.text, scheme.burden, scheme.note, *map(str, scheme.sources)):
        assert text in page
    for slot in scheme.premises:
        assert f"- **{slot.name}**" in page
        assert slot.text in page
    for question in scheme.questions:
        burden = "shifts the burden" if question.shifts else "needs evidence first"
        assert re.search(rf"^- `{question.id}`: {re.escape(question.text)} \(about .*; {burden}\)$", page, re.MULTILINE)


def test_the_list_has_a_line_for_each_scheme():
    lines = scheme_list(built_in_schemes()).splitlines()
    assert [line.split()[0] for line in lines] == [scheme.id for scheme in built_in_schemes()]


@each_scheme
def test_a_scheme_as_json_values_is_the_same_scheme(scheme):
    assert Scheme.model_validate(scheme.to_dict()) == scheme


def test_scheme_files_are_utf_8_toml():
    for name in FILES:
        tomllib.loads((resources.files("argmap.schemes") / name).read_text(encoding="utf-8"))


def test_the_reference_of_the_schemes_is_what_the_schemes_say():
    """Mend it with: python docs/write_schemes.py"""
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/schemes").iterdir()}
    assert written == dict(scheme_pages(built_in_schemes()))
