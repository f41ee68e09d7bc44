"""Configuration files: where they are found and what is said about broken ones."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from argmap.checks import Config, ConfigError, find_config, load_config
from argmap.model import ArgmapError, Confidence, Severity


@pytest.fixture
def config(tmp_path):
    def write(text: str, name: str = "argmap.toml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def problems(path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert isinstance(caught.value, ArgmapError)
    assert isinstance(caught.value, ValueError)
    assert caught.value.file == path
    assert all(line.startswith(f"{path}: ") for line in str(caught.value).splitlines())
    return list(caught.value.problems)


def test_a_file_sets_everything(config):
    path = config(
        """\
select = ["SUP", "SRC001"]
ignore = ["SUP006"]
profile = "classroom"
fail-on = "error"
min_confidence = "medium"
[rules.SUP001]
min-reasons = 2
"""
    )
    assert load_config(path) == Config(
        select=("SUP", "SRC001"),
        ignore=("SUP006",),
        profile="classroom",
        fail_on=Severity.ERROR,
        min_confidence=Confidence.MEDIUM,
        rules={"SUP001": {"min_reasons": 2}},
    )


def test_an_empty_file_is_the_default(config):
    assert load_config(config("")) == Config()
    assert load_config(config("[tool.argmap]", "pyproject.toml")) == Config()


def test_a_project_file_has_a_section(config):
    path = config('[project]\nname = "essays"\n[tool.argmap]\nignore = ["SRC"]\n', "pyproject.toml")
    assert load_config(path).ignore == ("SRC",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('selct = ["SUP"]', "unknown key selct, did you mean select?"),
        (
            "colour = 1",
            "unknown key colour, expected select, ignore, profile, fail_on, min_confidence, schemes, rules",
        ),
        ('select = "SUP"', "select is 'SUP', expected a list"),
        ('select = ["SUP01"]', "select: no rule 'SUP01', did you mean SUP001?"),
        ('ignore = ["X"]', "ignore: no rule 'X', expected a code such as ATK001"),
        ('profile = "class"', "profile is 'class', expected default, classroom or strict"),
        ('fail_on = "warn"', "fail_on is 'warn', expected 'error', 'warning', 'info' or 'never'"),
        ('min-confidence = "sure"', "min_confidence is 'sure', expected 'high', 'medium' or 'low'"),
        ("[rules.SUP01]", "rules: no rule 'SUP01', did you mean SUP001?"),
        ("[rules.SUP001]\nmin_reason = 2", "rules: SUP001 has no option min_reason, did you mean min_reasons?"),
        ("[rules.SUP002]\nmany = 2", "rules: SUP002 has no option many, expected none"),
        (
            "[rules.SUP001]\nmin_reasons = 0",
            "rules: option min_reasons of SUP001 is 0, expected 1 or more",
        ),
        (
            '[rules.SUP001]\nmin_reasons = "2"',
            "rules: option min_reasons of SUP001 is '2', expected a whole number",
        ),
        ("[rules.SUP001]\nmin_reasons = true", "rules: option min_reasons of SUP001 is True, expected a whole number"),
        ("select = [1]", "select.0 is 1, expected a text"),
        ("rules = 1", "rules is 1, expected a table"),
    ],
)
def test_a_broken_file_names_the_key_what_it_is_and_what_was_expected(config, text, problem):
    assert problems(config(text)) == [problem]


def test_every_problem_is_named(config):
    assert len(problems(config('selct = []\nprofile = "class"\nfail_on = 1\n'))) == 3


def test_what_is_not_toml_is_said_so(config, tmp_path):
    assert problems(config("select = ["))[0].startswith("not TOML: ")
    assert problems(config(b"\xff")) == ["byte 0 is not UTF-8"]
    assert problems(config("a = " + "[" * 5000))[0].startswith("not TOML: ")
    assert problems(tmp_path / "none.toml") == ["the file cannot be read: No such file or directory"]
    assert problems(config("", "pyproject.toml")) == ["it has no table [tool.argmap]"]
    assert problems(config("tool.argmap = 1", "pyproject.toml")) == [
        "tool.argmap is not a table, expected keys and values"
    ]


def test_the_nearest_file_up_the_folders_is_found(tmp_path):
    inner = tmp_path / "essays" / "week-1"
    inner.mkdir(parents=True)
    (tmp_path / "argmap.toml").touch()
    assert find_config(inner) == tmp_path / "argmap.toml"
    (tmp_path / "essays" / "pyproject.toml").write_text('[project]\nname = "essays"\n')
    assert find_config(inner) == tmp_path / "argmap.toml"
    (tmp_path / "essays" / "pyproject.toml").write_text("[tool.argmap]\n")
    assert find_config(inner) == tmp_path / "essays" / "pyproject.toml"
    (tmp_path / "essays" / "argmap.toml").touch()
    assert find_config(inner) == tmp_path / "essays" / "argmap.toml"


def test_a_broken_project_file_counts_only_if_it_is_about_argmap(tmp_path):
    (tmp_path / "argmap.toml").touch()
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[broken")
    assert find_config(inner) == tmp_path / "argmap.toml"
    (inner / "pyproject.toml").write_text("[tool.argmap]\nselect = [")
    assert find_config(inner) == inner / "pyproject.toml"


def test_a_configuration_made_in_python_is_checked_too():
    with pytest.raises(ValidationError, match="did you mean SUP001"):
        Config(select=["SUP01"])
    with pytest.raises(ValidationError):
        Config().select = ()
