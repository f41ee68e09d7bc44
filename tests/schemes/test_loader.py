"""Files with schemes: what they may hold, and what is said about broken ones."""

from __future__ import annotations

import pytest

from argmap.checks import load_config, run
from argmap.formats import loads
from argmap.model import ArgmapError, Kind
from argmap.schemes import SchemeError, all_schemes, load_schemes, with_files

RUMOUR = """\
id = "rumour"
name = "Argument from rumour"
about = "People say so, so there is something in it."
premises = [
  {name = "heard", text = "People say A.", kinds = ["fact"]},
  {name = "smoke", text = "Where there is smoke there is fire.", licence = true},
]
conclusion = {text = "A is true."}
questions = [{id = "who-says", text = "Who says so?", shifts = true, about = "heard"}]
"""
KINDS = "'fact', 'causal', 'value', 'policy', 'prediction' or 'definition'"


@pytest.fixture
def file(tmp_path):
    def write(text: str | bytes, name: str = "mine.toml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def problems(path) -> list[str]:
    with pytest.raises(SchemeError) as caught:
        load_schemes(path)
    assert isinstance(caught.value, ArgmapError)
    assert isinstance(caught.value, ValueError)
    assert caught.value.file == str(path)
    assert all(line.startswith(f"{path}: ") for line in str(caught.value).splitlines())
    return list(caught.value.problems)


def test_a_file_holds_one_scheme(file):
    (scheme,) = load_schemes(file(RUMOUR))
    assert (scheme.id, scheme.premises[0].kinds, scheme.premises[1].licence) == ("rumour", (Kind.FACT,), True)
    assert (scheme.questions[0].shifts, scheme.questions[0].about, scheme.sources) == (True, "heard", ())


def test_a_file_holds_several_schemes(file):
    text = "".join(
        f'[[schemes]]\nid = "{name}"\nname = "{name}"\nabout = "A."\npremises = [{{name = "p", text = "P."}}]\n'
        'conclusion = {text = "C."}\n'
        for name in ("one", "other")
    )
    assert [scheme.id for scheme in load_schemes(file(text))] == ["one", "other"]


def test_hyphens_and_underscores_in_keys_are_alike(file):
    text = RUMOUR.replace('about = "heard"', 'side-effects = true, about = "heard"')
    assert load_schemes(file(text))[0].questions[0].side_effects


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "rumour"\n', "", "id is missing, expected the name that maps use"),
        ('id = "rumour"\n', "id = 1\n", "id is 1, expected a text"),
        (
            '"rumour"',
            '"Rumour mill"',
            "id is 'Rumour mill', expected small letters, digits and hyphens between them, such as side-effects",
        ),
        ('about = "People', 'abuot = "People', "unknown key abuot, did you mean about?"),
        ("licence = true", "license = true", "unknown key premises.1.license, did you mean licence?"),
        ("licence = true", 'licence = "yes"', "premises.1.licence is 'yes', expected true or false"),
        (
            '["fact"]',
            '["rumour"]',
            f"premises.0.kinds.0 is 'rumour', expected {KINDS}",
        ),
        ('["fact"]', '"fact"', "premises.0.kinds is 'fact', expected a list"),
        ('{text = "A is true."}', '"A is true."', "conclusion is 'A is true.', expected a table"),
        ('text = "Who says so?", ', "", "questions.0.text is missing, expected the question"),
        ('"Who says so?"', '""', "questions.0.text is '', expected a text that is not empty"),
        (
            'about = "heard"',
            'about = "herd"',
            "question who-says is about herd, expected heard, smoke, step, conclusion",
        ),
        ('name = "smoke"', 'name = "heard"', "premise heard stands twice, expected a name of its own for each"),
    ],
)
def test_a_broken_file_names_the_key_what_it_is_and_what_was_expected(file, old, new, problem):
    assert old in RUMOUR
    assert problem in problems(file(RUMOUR.replace(old, new, 1)))


def test_a_scheme_with_licences_alone_has_nothing_to_start_from(file):
    text = RUMOUR.replace('kinds = ["fact"]', "licence = true")
    assert problems(file(text)) == ["every premise is a licence, expected one that the step starts from"]


def test_a_scheme_has_a_limited_number_of_premises(file):
    slots = ", ".join(f'{{name = "p{number}", text = "P."}}' for number in range(21))
    text = f'id = "many"\nname = "many"\nabout = "A."\npremises = [{slots}]\nconclusion = {{text = "C."}}\n'
    assert [problem.rpartition(", expected ")[2] for problem in problems(file(text))] == ["20 or fewer"]


def test_every_problem_is_named_with_the_table_it_is_in(file):
    text = '[[schemes]]\nid = 1\n[[schemes]]\nname = ""\n'
    found = problems(file(text))
    assert {problem.split(" ")[0] for problem in found} >= {"schemes.0.id", "schemes.1.id", "schemes.1.name"}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a = [", "not TOML: "),
        (b"\xff", "byte 0 is not UTF-8"),
        ("a = " + "[" * 5000, "not TOML: "),
        ("schemes = 1", "schemes is 1, expected a list of tables"),
        ("x = 1\n[[schemes]]\n", "key x beside schemes, expected it in one of the tables [[schemes]]"),
        ("schemes = [1]", "schemes.0: expected a table"),
    ],
)
def test_what_holds_no_scheme_is_said_so(file, text, start):
    assert problems(file(text))[0].startswith(start)


def test_a_missing_file_is_said_so(tmp_path):
    assert problems(tmp_path / "none.toml") == ["the file cannot be read: No such file or directory"]


def test_a_file_adds_to_the_catalogue_and_replaces_nothing(file):
    schemes = with_files([file(RUMOUR)])
    assert len(schemes) == len(all_schemes()) + 1
    assert schemes.get("Argument from rumour").id == "rumour"
    with pytest.raises(SchemeError, match=r"mine\.toml: the name 'analogy' is that of the scheme analogy in argmap"):
        with_files([file(RUMOUR.replace('"rumour"', '"analogy"'))])


# --- at work ---

MAP = """\
argmap: 1
claims:
  a: {text: The king is dead, given: assumed}
  b: They say so
inferences:
  i: {premises: b, conclusion: a, scheme: rumour}
"""


def codes(result) -> list[str]:
    return [finding.code for finding in result.findings if finding.code.startswith("SCH")]


def test_a_check_takes_more_schemes_as_files_or_as_a_catalogue(file):
    path = file(RUMOUR)
    assert codes(run(loads(MAP))) == ["SCH001"]
    for schemes in (path, str(path), [path], with_files([path])):
        assert codes(run(loads(MAP), schemes=schemes)) == ["SCH003", "SCH004"]
    assert [finding.code for finding in loads(MAP).check(select=["SCH001"], schemes=path)] == []


def test_a_configuration_names_files_from_its_own_folder(file, tmp_path, monkeypatch):
    file(RUMOUR)
    config = tmp_path / "argmap.toml"
    config.write_text('schemes = ["mine.toml"]\n')
    monkeypatch.chdir("/")
    assert codes(run(loads(MAP), config=load_config(config))) == ["SCH003", "SCH004"]


def test_a_broken_file_of_schemes_is_an_error_even_if_no_inference_follows_one(file):
    with pytest.raises(SchemeError):
        run(loads("argmap: 1\nclaims: {a: A}\n"), schemes=file("id = 1"))
