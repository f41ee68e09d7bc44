"""Rules that other packages add: a real package beside the program, and what is said about broken ones."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from plugin_package import install_plugin, installed, write_plugin
from program import Outcome, run_apart, run_inside

from argmap.checks import Example, Rule, all_rules, check
from argmap.checks.plugin_rules import collect_rules, plugin_rules
from argmap.checks.rules import RULES
from argmap.formats import loads
from argmap.model import Plugin, PluginError
from argmap.reports import rule_pages

LONG = f"""\
argmap: 1
main: close
claims:
  close: {{text: {"word " * 30}, kind: value}}
  quiet: {{text: Quiet matters, kind: value, given: assumed}}
inferences:
  because: {{premises: quiet, conclusion: close}}
"""


def argmap(folder: Path, site: Path | None, *arguments: str) -> Outcome:
    """Run the program in a folder with the long claim, and with the plugins of a site."""
    (folder / "long.argmap.yaml").write_text(LONG)
    with nullcontext() if site is None else installed(site):
        return run_inside(*arguments, folder=folder, environment={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def house_style(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site")
    install_plugin(site)
    return site


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables of a process that finds the plugin."""
    return install_plugin(tmp_path_factory.mktemp("site"))


# --- an installed plugin at work ---


def test_the_rule_of_a_plugin_is_run_with_the_others(tmp_path, environment):
    found = "long.argmap.yaml:4:3: LEN001 claim [close] has 30 words, expected at most 25 (shorten it, or split it "
    (tmp_path / "long.argmap.yaml").write_text(LONG)
    done = run_apart("check", "long.argmap.yaml", folder=tmp_path, environment={"COLUMNS": "200"} | environment)
    assert (done.code, done.out.splitlines()[0][: len(found)], done.err) == (0, found, "")
    assert argmap(tmp_path, None, "check", "long.argmap.yaml").out == "long.argmap.yaml: no findings\n"


@pytest.mark.parametrize(
    ("arguments", "is_found"),
    [
        (("--select", "LEN"), True),
        (("--select", "LEN001", "--fail-on", "info"), True),
        (("--select", "SUP"), False),
        (("--ignore", "LEN001"), False),
        (("--profile", "classroom"), True),
        (("--min-confidence", "high"), False),
    ],
)
def test_the_rule_of_a_plugin_is_selected_like_any_other(tmp_path, house_style, arguments, is_found):
    done = argmap(tmp_path, house_style, "check", "long.argmap.yaml", *arguments)
    assert ("LEN001" in done.out) == is_found
    assert done.code == ("info" in arguments)


def test_the_rule_of_a_plugin_is_configured_like_any_other(tmp_path, house_style):
    (tmp_path / "argmap.toml").write_text("[rules.LEN001]\nmost-words = 30\n")
    assert argmap(tmp_path, house_style, "check", "long.argmap.yaml").out == "long.argmap.yaml: no findings\n"
    (tmp_path / "argmap.toml").write_text("[rules.long-claim]\nmost-words = 0\n")
    done = argmap(tmp_path, house_style, "check", "long.argmap.yaml")
    assert done.code == 2
    assert "option most_words of LEN001 is 0, expected 1 or more" in done.err


def test_a_finding_of_a_plugin_can_be_waived(tmp_path, house_style):
    waived = LONG + "waivers: [{rule: LEN001, element: close, reason: It is a quotation.}]\n"
    (tmp_path / "waived.argmap.yaml").write_text(waived)
    done = argmap(tmp_path, house_style, "check", "waived.argmap.yaml")
    assert done.out == "waived.argmap.yaml: no findings, 1 waived\n"
    assert "names rule LEN001, which does not exist" in argmap(tmp_path, None, "check", "waived.argmap.yaml").out


def test_the_rule_of_a_plugin_has_a_page_and_the_nearest_code_is_offered(tmp_path, house_style):
    page = argmap(tmp_path, house_style, "explain", "len001").out
    assert page.startswith("# LEN001 long-claim\n\nA claim has more words than fit into its box.\n")
    assert "Added by the plugin long-claim of house-style.\n" in page
    assert "- `most_words` (default 25): How many words a claim may have; 1 or more.\n" in page
    assert "did you mean LEN001?" in argmap(tmp_path, house_style, "explain", "LEN01").err


def test_the_reference_of_the_rules_has_only_those_of_argmap(house_style):
    with installed(house_style):
        assert "LEN001" in {rule.code for rule in all_rules()}
        assert list(rule_pages()) == ["index.md", *(f"{rule.code}.md" for rule in RULES)]


def test_importing_argmap_imports_no_plugin(environment):
    code = "import argmap, argmap.checks, argmap.cli, sys; print('house_style' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_the_examples_of_the_rule_are_true(house_style):
    with installed(house_style):
        (long_claim,) = plugin_rules()
        for example in (*long_claim.bad, *long_claim.good):
            found = check(loads(example.text), select=["LEN001"])
            assert tuple(finding.element for finding in found) == example.finds
            assert "".join(finding.message for finding in found) == example.says


# --- broken plugins ---

CRASHES = """\
from dataclasses import dataclass
import argmap as am

@dataclass(frozen=True, slots=True)
class Crash(am.Rule):
    "A rule that fails."
    code, name, why, source, bad, good = "ODD001", "crash", "Because.", "Nobody", (), ()
    def check(self, context):
        yield {BODY}

RULES = [Crash]
"""


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("1 / 0", "odd_rules:RULES cannot be imported: division by zero"),
        ("RULES = 1", "found 1, expected a class that is a Rule, or a list of them"),
        ("RULES = [int]", "found <class 'int'>, expected a class that is a Rule, or a list of them"),
        (CRASHES.replace("{BODY}", "1 / 0"), "rule ODD001 fails: ZeroDivisionError: division by zero"),
        (CRASHES.replace("{BODY}", "'oh'"), "rule ODD001 yields 'oh', expected findings of its own"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_named(tmp_path, module, message):
    install_plugin(tmp_path / "site", write_plugin(tmp_path / "odd", module))
    done = argmap(tmp_path, tmp_path / "site", "check", "long.argmap.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"argmap: plugin odd of odd: {message} (update the package, or uninstall it)\n"


def test_a_failing_rule_of_a_plugin_can_be_left_out(tmp_path):
    module = CRASHES.replace("{BODY}", "1 / 0")
    install_plugin(tmp_path / "site", write_plugin(tmp_path / "odd", module))
    done = argmap(tmp_path, tmp_path / "site", "check", "long.argmap.yaml", "--ignore", "ODD001")
    assert (done.code, done.out) == (0, "long.argmap.yaml: no findings\n")


@dataclass(frozen=True, slots=True)
class Fine(Rule):
    """A rule that could be used."""

    code: ClassVar = "ODD001"
    name: ClassVar = "odd-number"
    why: ClassVar = "Odd numbers are odd."
    source: ClassVar = "The tests"
    bad: ClassVar = (Example("one", "argmap: 1\n"),)
    good: ClassVar = ()

    def check(self, context):
        return iter(())


def variant(**fields: object) -> type[Rule]:
    return type("Variant", (Fine,), {"__doc__": "A rule with other fields.", **fields})


def problem(*rules: object) -> str:
    with pytest.raises(PluginError) as caught:
        collect_rules([Plugin("odd of package", list(rules))], RULES)
    assert caught.value.plugin == "odd of package"
    return str(caught.value).removeprefix("plugin odd of package: ").partition(" (update")[0]


def test_a_plugin_names_one_rule_or_several():
    other = variant(code="ODD002", name="even-number", requires=("ODD001", "SUP001"))
    assert collect_rules([Plugin("one", Fine), Plugin("two", (other,))], RULES) == {Fine: "one", other: "two"}
    assert collect_rules([], RULES) == {}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"code": "odd1"},
            "code of Variant is 'odd1', expected three capital letters and three digits, such as ABC001",
        ),
        ({"code": "ODD00１"}, "code of Variant is 'ODD00１', expected three capital letters and three digits, such as"),
        (
            {"code": "WAI009"},
            "code of Variant is 'WAI009', expected another family than FMT and WAI, which are argmap's own",
        ),
        ({"name": "Odd Number"}, "name of Variant is 'Odd Number', expected lower-case words with hyphens between"),
        ({"why": ""}, "why of Variant is '', expected a text"),
        ({"source": None}, "source of Variant is None, expected a text"),
        ({"bad": "argmap: 1"}, "bad of Variant is 'argmap: 1', expected a tuple of examples"),
        ({"good": ("argmap: 1",)}, "good of Variant is ('argmap: 1',), expected a tuple of examples"),
        ({"severity": "warning"}, "severity of Variant is 'warning', expected a Severity"),
        ({"profiles": ("default",)}, "profiles of Variant is ('default',), expected a tuple of 'default', 'classroom'"),
        ({"profiles": "strict"}, "profiles of Variant is 'strict', expected a tuple of 'default', 'classroom' or"),
        ({"requires": ("SUP999",)}, "requires of Variant names 'SUP999', expected the code of another rule"),
        ({"requires": ("ODD001",)}, "requires of Variant names 'ODD001', expected the code of another rule"),
        ({"requires": "SUP001"}, "requires of Variant is 'SUP001', expected a tuple of codes"),
        ({"__doc__": None}, "Variant has no docstring, expected one sentence that says what was found"),
        ({"check": Rule.check}, "Variant has no method check"),
    ],
)
def test_a_rule_that_lacks_something_is_refused_with_the_field(fields, message):
    assert problem(variant(**fields)).startswith(message)


@pytest.mark.parametrize("field", ["code", "name", "why", "source", "bad", "good"])
def test_a_missing_field_is_named(field):
    fields = {name: value for name, value in vars(Fine).items() if name in Fine.__annotations__ and name != field}
    bare = type("Bare", (Rule,), {"__doc__": "Bare.", "check": Fine.check, **fields})
    assert problem(bare) == f"Bare has no field {field}"


def test_a_dataclass_without_a_docstring_is_refused():
    bare = dataclass(type("Bare", (Fine,), {"__doc__": None}), frozen=True)
    assert problem(bare) == "Bare has no docstring, expected one sentence that says what was found"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"code": "SUP001"}, "code SUP001 of Variant is taken by UnsupportedClaim of argmap, expected one of its own"),
        (
            {"code": "ODD002", "name": "unsupported-claim"},
            "name unsupported-claim of Variant is taken by UnsupportedClaim of argmap, expected one of its own",
        ),
    ],
)
def test_a_code_or_name_that_is_taken_is_refused_and_both_are_named(fields, message):
    assert problem(variant(**fields)) == message


def test_two_plugins_with_one_code_are_both_named():
    with pytest.raises(PluginError, match=r"^plugin two: code ODD001 of Variant is taken by Fine of one, expected"):
        collect_rules([Plugin("one", Fine), Plugin("two", variant())], RULES)
