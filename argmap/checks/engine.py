"""The engine: runs the selected rules over a map and gives what they find, waivers applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from argmap.checks.config import Config
from argmap.checks.plugin_rules import look
from argmap.checks.profile import PROFILES, Profile
from argmap.checks.registry import all_rules, make_rule, select_codes
from argmap.checks.rule import Context, Rule
from argmap.checks.words import join_words
from argmap.graph import ArgumentGraph
from argmap.model import SECTIONS, ArgmapError, ArgumentMap, Finding, Severity, UnknownElementError, find_nearest
from argmap.model import Path as MapPath
from argmap.model.collector import collector_paused
from argmap.schemes import Schemes, with_files


class UnknownProfileError(ArgmapError, ValueError):
    """A profile is named that does not exist.

    Attributes:
        profile: what was asked for.
    """

    def __init__(self, profile: str) -> None:
        self.profile = profile
        super().__init__(f"no profile {profile!r}, expected {join_words(list(PROFILES), 'or')}")


class Skipped(NamedTuple):
    """A rule that did not look at all of the map, and why."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one run of the checks gave.

    Attributes:
        findings: everything that was found, in the order of the file; what a waiver accepts has `waived` set.
        skipped: the selected rules that did not look at all of the map, in the order of the codes.
        codes: the codes of the rules that ran, in order.
    """

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    codes: tuple[str, ...]

    @property
    def unwaived(self) -> tuple[Finding, ...]:
        """The findings that no waiver accepts."""
        return tuple(finding for finding in self.findings if finding.waived is None)

    def fails(self, fail_on: Severity) -> bool:
        """Tell whether a finding that no waiver accepts is at least so severe."""
        return any(finding.severity.is_at_least(fail_on) for finding in self.unwaived)


def check(  # noqa: PLR0913 - one argument for each setting
    argument_map: ArgumentMap,
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    profile: str | None = None,
    texts: Mapping[str, str] | None = None,
    config: Config | None = None,
    schemes: Schemes | Iterable[Path | str] | Path | str = (),
) -> tuple[Finding, ...]:
    """Return what the rules find in the map, in the order of the file; see `run` for the arguments.

    Findings that a waiver accepts are among them and have `waived` set to its reason.
    """
    return run(
        argument_map, select=select, ignore=ignore, profile=profile, texts=texts, config=config, schemes=schemes
    ).findings


@collector_paused()
def run(  # noqa: PLR0913 - one argument for each setting
    argument_map: ArgumentMap,
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    profile: str | None = None,
    texts: Mapping[str, str] | None = None,
    config: Config | None = None,
    schemes: Schemes | Iterable[Path | str] | Path | str = (),
) -> CheckResult:
    """Run the selected rules over the map.

    Args:
        argument_map: the map.
        select: codes or prefixes of the rules to run, or "ALL"; left out, those of the configuration or the profile.
        ignore: codes or prefixes of rules not to run, besides those of the configuration.
        profile: default, classroom or strict; left out, that of the configuration.
        texts: id of a source to its text, for the rules that look into texts; "" stands for the article of a map
            that names none.
        config: the configuration; what the other arguments say comes before it.
        schemes: files with argumentation schemes, besides those of the configuration and those that are built in or
            installed; or a catalogue, to take the place of all of them.

    Raises:
        UnknownRuleError: `select` or `ignore` names no rule.
        UnknownProfileError: there is no such profile.
        UnknownElementError: a text is for a source that the map does not have.
        PluginError: an installed plugin adds a rule that cannot be used, or a rule of a plugin fails.
        SchemeError: a file of schemes cannot be used.
    """
    config = config or Config()
    chosen = _profile(profile or config.profile)
    select = (select,) if isinstance(select, str) else select
    ignore = (ignore,) if isinstance(ignore, str) else ignore
    rules = _make_rules(select if select is not None else config.select, (*config.ignore, *ignore), chosen, config)
    texts = dict(texts or {})
    graph = ArgumentGraph(argument_map)
    _check_texts(graph, texts)
    run_of_rules = _Run(graph, texts, _schemes(schemes, config), plain=chosen.plain)
    for rule in rules:
        run_of_rules.add(rule)
    unwaivable = {rule.code for rule in all_rules() if not rule.waivable}
    findings = (
        _waive(finding, run_of_rules.waivers, unwaivable)
        for finding in run_of_rules.findings
        if finding.confidence.is_at_least(config.min_confidence)
    )
    return CheckResult(
        findings=tuple(sorted(findings, key=_file_order)),
        skipped=tuple(sorted(run_of_rules.skipped)),
        codes=tuple(sorted(run_of_rules.codes)),
    )


class _Run:
    """The state of one run: what the rules have found so far."""

    def __init__(self, graph: ArgumentGraph, texts: Mapping[str, str], schemes: Schemes | None, *, plain: bool) -> None:
        # The context sees `found` grow, so that the rules about waivers know what the others found.
        self.found: dict[str, frozenset[str | None]] = {}
        codes = frozenset(rule.code for rule in all_rules())
        self.context = Context(graph, texts, plain=plain, codes=codes, found=self.found, given_schemes=schemes)
        self.findings: list[Finding] = []
        self.skipped: list[Skipped] = []
        self.codes: list[str] = []
        self.waivers = _waivers(graph.map)
        self._outcomes: dict[str, bool] = {}

    def add(self, rule: Rule) -> None:
        """Run the rule unless another one that it requires finds something."""
        obstacle = self._unmet(rule)
        if obstacle:
            self.skipped.append(Skipped(rule.code, obstacle))
            return
        found, limit = look(rule, self.context)
        self.codes.append(rule.code)
        self.findings += found
        self._outcomes[rule.code] = bool(found)
        if limit:
            self.skipped.append(Skipped(rule.code, limit))
        else:
            self.found[rule.code] = frozenset(finding.element for finding in found)

    def _unmet(self, rule: Rule) -> str:
        for code in rule.requires:
            if code not in self._outcomes:
                # It is not selected, or comes later: its outcome counts, its findings are not reported.
                required = next(other for other in all_rules() if other.code == code)()
                self._outcomes[code] = bool(look(required, self.context)[0])
            if self._outcomes[code]:
                return f"{code} finds something that has to be mended first"
        return ""


def _make_rules(select: Sequence[str] | None, ignore: Sequence[str], profile: Profile, config: Config) -> list[Rule]:
    """Return the rules to run, those about waivers last."""
    if select is None:
        wanted = frozenset(rule.code for rule in all_rules() if profile.name in rule.profiles)
    else:
        wanted = select_codes(select)
    wanted -= select_codes(ignore)
    chosen = [rule for rule in all_rules() if rule.code in wanted]
    return [make_rule(rule, config.rules.get(rule.code, {})) for rule in sorted(chosen, key=lambda r: not r.waivable)]


def _profile(name: str) -> Profile:
    if name not in PROFILES:
        raise UnknownProfileError(name)
    return PROFILES[name]


def _schemes(given: Schemes | Iterable[Path | str] | Path | str, config: Config) -> Schemes | None:
    """Return the catalogue to use; None for the one that is only read when a map names a scheme."""
    if isinstance(given, Schemes):
        return given
    files = (*config.schemes, *((given,) if isinstance(given, Path | str) else given))
    return with_files(files) if files else None


def _check_texts(graph: ArgumentGraph, texts: Mapping[str, str]) -> None:
    if not texts:
        return
    known = {"", *graph.sources, *graph.cited_sources}
    for source_id in texts:
        if source_id not in known:
            raise UnknownElementError(source_id, find_nearest(source_id, known))


def _waivers(argument_map: ArgumentMap) -> dict[tuple[str, str | None], str]:
    """Return the reasons by rule and element; of several waivers of one finding the reason that sorts first."""
    reasons: dict[tuple[str, str | None], str] = {}
    for waiver in sorted(argument_map.waivers, key=lambda waiver: waiver.reason, reverse=True):
        reasons[waiver.rule, waiver.element] = waiver.reason
    return reasons


def _waive(finding: Finding, reasons: Mapping[tuple[str, str | None], str], unwaivable: Set[str]) -> Finding:
    reason = reasons.get((finding.code, finding.element))
    if reason is None or finding.code in unwaivable:
        return finding
    return replace(finding, waived=reason)


_ORDER = {section: number for number, section in enumerate((*SECTIONS, "waivers"), start=1)}


def _file_order(finding: Finding) -> tuple[object, ...]:
    path: MapPath = finding.path
    section = _ORDER.get(str(path[0]), 0) if path else -1
    rest: Iterable[str | int] = path[1:]
    # Names and numbers do not compare, so each part says which it is.
    parts = tuple((0, part, "") if isinstance(part, int) else (1, 0, part) for part in rest)
    return section, parts, finding.code, finding.message, finding.evidence
