"""The checks: rules that find what an argument lacks, and the engine that runs them."""

from argmap.checks.baseline import Accepted, Baseline, BaselineError, load_baseline
from argmap.checks.catalogue import RuleEntry, RuleOption, describe
from argmap.checks.config import Config, ConfigError, find_config, load_config
from argmap.checks.engine import CheckResult, Skipped, UnknownProfileError, check, run
from argmap.checks.explain import explain
from argmap.checks.families import FAMILIES, Family
from argmap.checks.fixing import MOST_ROUNDS, Fixed, Proposal, choose, edits_of, find_fix, fix
from argmap.checks.profile import PROFILES, Profile
from argmap.checks.registry import RuleOptionError, UnknownRuleError, all_rules, find_rule, select_codes
from argmap.checks.rule import Context, Example, Rule

__all__ = [
    "FAMILIES",
    "MOST_ROUNDS",
    "PROFILES",
    "Accepted",
    "Baseline",
    "BaselineError",
    "CheckResult",
    "Config",
    "ConfigError",
    "Context",
    "Example",
    "Family",
    "Fixed",
    "Profile",
    "Proposal",
    "Rule",
    "RuleEntry",
    "RuleOption",
    "RuleOptionError",
    "Skipped",
    "UnknownProfileError",
    "UnknownRuleError",
    "all_rules",
    "check",
    "choose",
    "describe",
    "edits_of",
    "explain",
    "find_config",
    "find_fix",
    "find_rule",
    "fix",
    "load_baseline",
    "load_config",
    "run",
    "select_codes",
]
