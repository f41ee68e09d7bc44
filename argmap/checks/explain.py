"""The page of a rule: what it finds, why that matters, examples, options and the source."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks.catalogue import RuleEntry, describe
from argmap.checks.plugin_rules import plugin_rules
from argmap.checks.registry import find_rule
from argmap.checks.rule import Example, Rule
from argmap.checks.words import join_words


def explain(code: str) -> str:
    """Return the page of the rule with a code or a name, as Markdown.

    Raises:
        UnknownRuleError: there is no such rule; it names the nearest.
    """
    return "\n".join(_page(find_rule(code))) + "\n"


def _page(rule: type[Rule]) -> Iterator[str]:
    entry = describe(rule)
    yield f"# {rule.code} {rule.name}"
    yield from ("", entry.what, "", rule.why, "")
    yield f"Severity {rule.severity}, confidence {rule.confidence}; in the {_profiles(rule)}."
    if rule.requires:
        yield f"Skipped if {join_words(rule.requires)} finds something."
    if plugin := plugin_rules().get(rule):
        yield f"Added by the plugin {plugin}."
    for example in rule.bad:
        yield from _example(rule, "Found", example)
    for example in rule.good:
        yield from _example(rule, "Not found", example)
    yield from _options(entry)
    yield from ("", "## Source", "", f"{rule.source}.")


def _example(rule: type[Rule], verdict: str, example: Example) -> Iterator[str]:
    yield from ("", f"## {verdict}: {example.name}", "", "```yaml", example.text.rstrip(), "```")
    if example.article is not None:
        yield from ("", "with the article", "", "```text", example.article.rstrip(), "```")
    if example.says:
        yield from ("", f"> {rule.code} {example.says}")


def _options(entry: RuleEntry) -> Iterator[str]:
    if entry.options:
        yield from ("", "## Options", "")
        yield f"Set them under `[tool.argmap.rules.{entry.code}]` in `pyproject.toml`, or `[rules.{entry.code}]` in "
        yield "`argmap.toml`."
        yield ""
    for option in entry.options:
        default = "required" if option.required else f"default {option.default!r}"
        yield f"- `{option.name}` ({default}): {option.about}"


def _profiles(rule: type[Rule]) -> str:
    return f"{join_words(rule.profiles)} profile{'s' if len(rule.profiles) > 1 else ''}"
