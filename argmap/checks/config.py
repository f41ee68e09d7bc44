"""Configuration: what to check, from `argmap.toml` or from `[tool.argmap]` in `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, field_validator
from pydantic_core import ErrorDetails

from argmap.checks.profile import PROFILES
from argmap.checks.registry import RuleOptionError, UnknownRuleError, find_rule, make_rule, select_codes
from argmap.model import ArgmapError, Confidence, find_nearest
from argmap.model.expected import tell_expected

CONFIG_FILE = "argmap.toml"
PROJECT_FILE = "pyproject.toml"


class ConfigError(ArgmapError, ValueError):
    """A configuration file cannot be used.

    Attributes:
        file: the file.
        problems: what was found against what was expected, one text for each problem.
    """

    def __init__(self, file: Path, *problems: str) -> None:
        self.file = file
        self.problems = problems
        super().__init__("\n".join(f"{file}: {problem}" for problem in problems))


class FailOn(StrEnum):
    """From which severity on findings make a check fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Config(BaseModel):
    """What to check and what to make of it.

    Examples:
        >>> Config(select=["SUP"], rules={"SUP001": {"min_reasons": 2}}).select
        ('SUP',)
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    select: tuple[str, ...] | None = Field(None, description="Codes or prefixes to run; those of the profile if none.")
    ignore: tuple[str, ...] = Field((), description="Codes or prefixes not to run.")
    profile: str = Field("default", description="The profile: default, classroom or strict.")
    fail_on: FailOn = Field(FailOn.WARNING, description="Findings at least so severe fail the check, or never.")
    min_confidence: Confidence = Field(Confidence.LOW, description="Findings less sure than this are left out.")
    schemes: tuple[str, ...] = Field((), description="Files with more argumentation schemes.")
    rules: Mapping[str, Mapping[str, JsonValue]] = Field(
        default_factory=dict, description="Options of rules, by code and name."
    )

    @field_validator("select", "ignore")
    @classmethod
    def _names_rules(cls, selectors: tuple[str, ...] | None) -> tuple[str, ...] | None:
        select_codes(selectors or ())
        return selectors

    @field_validator("profile")
    @classmethod
    def _names_a_profile(cls, profile: str) -> str:
        if profile not in PROFILES:
            raise ValueError(f"expected {', '.join(list(PROFILES)[:-1])} or {list(PROFILES)[-1]}")
        return profile

    @field_validator("rules")
    @classmethod
    def _sets_options(cls, rules: Mapping[str, Mapping[str, JsonValue]]) -> Mapping[str, Mapping[str, JsonValue]]:
        named = {find_rule(code).code: options for code, options in rules.items()}
        for code, options in named.items():
            make_rule(find_rule(code), options)
        return named


def find_config(folder: Path | str) -> Path | None:
    """Return the configuration file nearest to a folder: in it, or in the folders around it; None if there is none.

    In each folder `argmap.toml` comes before a `pyproject.toml` that has `[tool.argmap]`.
    """
    start = Path(folder).absolute()
    for around in (start, *start.parents):
        if (around / CONFIG_FILE).is_file():
            return around / CONFIG_FILE
        if _has_section(around / PROJECT_FILE):
            return around / PROJECT_FILE
    return None


def load_config(path: Path | str) -> Config:
    """Return the configuration that a file holds; `-` and `_` in the names of its keys are alike.

    The names of files in it start from its own folder.

    Raises:
        ConfigError: the file cannot be read, or holds something that is no configuration.
    """
    path = Path(path)
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(path, f"the file cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(path, f"byte {error.start} is not UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(path, f"not TOML: {error}") from error
    section = _section(document) if path.name == PROJECT_FILE else document
    if section is None:
        raise ConfigError(path, "it has no table [tool.argmap]")
    if not isinstance(section, dict):
        raise ConfigError(path, "tool.argmap is not a table, expected keys and values")
    try:
        config = Config.model_validate(_with_underscores(section))
    except ValidationError as error:
        raise ConfigError(path, *map(_problem, error.errors())) from error
    return config.model_copy(update={"schemes": tuple(str(path.parent / file) for file in config.schemes)})


def _has_section(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    try:
        return _section(tomllib.loads(data.decode("utf-8-sig"))) is not None
    except (ValueError, RecursionError):
        # A broken file that is about argmap is handed to `load_config`, which says what is the matter with it.
        return b"[tool.argmap" in data


def _section(document: dict[str, Any]) -> Any:
    tool = document.get("tool")
    return tool.get("argmap") if isinstance(tool, dict) else None


def _with_underscores(section: dict[str, Any]) -> dict[str, Any]:
    named = {key.replace("-", "_"): value for key, value in section.items()}
    rules = named.get("rules")
    if isinstance(rules, dict):
        named["rules"] = {
            code: {name.replace("-", "_"): value for name, value in options.items()}
            if isinstance(options, dict)
            else options
            for code, options in rules.items()
        }
    return named


def _problem(error: ErrorDetails) -> str:
    key = ".".join(map(str, error["loc"]))
    cause = error.get("ctx", {}).get("error")
    if error["type"] == "extra_forbidden":
        nearest = find_nearest(key, Config.model_fields)
        expected = f"did you mean {nearest}?" if nearest else f"expected {', '.join(Config.model_fields)}"
        return f"unknown key {key}, {expected}"
    if isinstance(cause, UnknownRuleError | RuleOptionError):
        return f"{key}: {cause}"
    return f"{key} is {error['input']!r}, {tell_expected(error)}"
