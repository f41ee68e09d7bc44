"""The page of a rule: what it finds, why that matters, examples, options and the source."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from itertools import pairwise

from argmap.checks.plugin_rules import plugin_rules
from argmap.checks.registry import find_rule
from argmap.checks.rule import Example, Rule
from argmap.checks.rules import RULES
from argmap.checks.words import join_words


def explain(code: str) -> str:
    """Return the page of the rule with a code or a name, as Markdown.

    Raises:
        UnknownRuleError: there is no such rule; it names the nearest.
    """
    return "\n".join(_page(find_rule(code))) + "\n"


def rule_pages() -> Mapping[str, str]:
    """Return the reference of argmap's own rules: file name to Markdown, the index and a page for each rule."""
    lines = ["# Rules", "", "What `argmap check` looks for. `argmap explain CODE` prints one of these pages.", ""]
    lines += ["| code | name | severity | finds |", "|---|---|---|---|"]
    lines += [f"| {rule.code} | [{rule.name}]({rule.code}.md) | {rule.severity} | {_what(rule)} |" for rule in RULES]
    lines += ["", "```{toctree}", ":hidden:", *(rule.code for rule in RULES), "```"]
    pages = {f"{rule.code}.md": explain(rule.code) for rule in RULES}
    return {"index.md": "\n".join(lines) + "\n", **pages}


def _page(rule: type[Rule]) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield from ("", _what(rule), "", rule.why, "")
    yield f"Severity {rule.severity}, confidence {rule.confidence}; in the {_profiles(rule)}."
    if rule.requires:
        yield f"Skipped if {join_words(rule.requires)} finds something."
    if plugin := plugin_rules().get(rule):
        yield f"Added by the plugin {plugin}."
    for example in rule.bad:
        yield from _example(rule, "Found", example)
    for example in rule.good:
        yield from _example(rule, "Not found", example)
    yield from _options(rule)
    yield from ("", "## Source", "", f"{rule.source}.")


def _example(rule: type[Rule], verdict: str, example: Example) -> Iterator[str]:
    yield from ("", f"## {verdict}: {example.name}", "", "```yaml", example.text.rstrip(), "```")
    if example.article is not None:
        yield from ("", "with the article", "", "```text", example.article.rstrip(), "```")
    if example.says:
        yield from ("", f"> {rule.code} {example.says}")


def _options(rule: type[Rule]) -> Iterator[str]:
    docs = _docs(rule)
    options = fields(rule)
    if options:
        yield from ("", "## Options", "")
        yield f"Set them under `[tool.argmap.rules.{rule.code}]` in `pyproject.toml`, or `[rules.{rule.code}]` in "
        yield "`argmap.toml`."
        yield ""
    for option in options:
        default = "required" if option.default is MISSING else f"default {option.default!r}"
        yield f"- `{option.name}` ({default}): {docs.get(option.name, '')}"


def _docs(rule: type[Rule]) -> Mapping[str, str]:
    """Return the docstrings that stand below the options in the source of the rule."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(rule)))
    except (OSError, TypeError):  # a rule that was typed into a notebook has no file
        return {}
    docs: dict[str, str] = {}
    for statement, below in pairwise(next(node.body for node in tree.body if isinstance(node, ast.ClassDef))):
        match statement, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                docs[name] = " ".join(text.split())
    return docs


def _what(rule: type[Rule]) -> str:
    return inspect.cleandoc(rule.__doc__ or "").split("\n\n")[0].replace("\n", " ")


def _profiles(rule: type[Rule]) -> str:
    return f"{join_words(rule.profiles)} profile{'s' if len(rule.profiles) > 1 else ''}"
