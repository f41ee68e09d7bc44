"""Fixes: which are safe, what they change, and that there is none left in the end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import maps, structures

from argmap.checks import all_rules, check, choose, edits_of, find_fix, fix
from argmap.formats import dumps, edit_text, loads
from argmap.formats.native.comments import find_comments
from argmap.model import SECTIONS, Edit, Remove, Waiver, apply_edits

BRIDGE = """\
argmap: 1
main: close
sources:
  count: {title: Traffic count}
claims:
  close: {text: Close the bridge, kind: policy, given: common}
  through-traffic: {text: Most cars pass through, cites: count}
inferences:
  because: {premises: [through-traffic], conclusion: close}
"""


def titles(text: str, **settings: object) -> list[str]:
    return [f"{made.finding.code} {made.fix.title}" for made in fix(loads(text), **settings).made]


def bridge(old: str, new: str) -> str:
    assert old in BRIDGE
    return BRIDGE.replace(old, new)


def test_a_map_without_findings_stays_as_it_is():
    fixed = fix(loads(BRIDGE), unsafe=True)
    assert (fixed.map, fixed.made) == (loads(BRIDGE), ())


@pytest.mark.parametrize("spelt", ["Through-Traffic", "through_traffic", "THROUGH_TRAFFIC"])
def test_an_id_that_is_only_spelt_otherwise_is_safely_corrected(spelt):
    fixed = fix(loads(bridge("[through-traffic]", f"[{spelt}]")))
    assert fixed.map == loads(BRIDGE)
    assert [made.fix.title for made in fixed.made] == [f"write [through-traffic] for [{spelt}]"]


def test_an_id_in_another_form_of_unicode_is_safely_corrected():
    text = "argmap: 1\nmain: 'cafe\u0301'\nclaims: {'café': {text: Coffee, given: common}}\n"
    assert fix(loads(text)).map.main == ("café",)


def test_an_id_that_could_be_two_is_not_safely_corrected():
    text = "argmap: 1\nmain: CLOSE\nclaims: {close: {text: A, given: common}, Close: {text: B, given: common}}\n"
    assert titles(text, select=["STR001"]) == []
    assert titles(text.replace("{close:", "{lose:"), select=["STR001"]) == ["STR001 write [Close] for [CLOSE]"]


def test_an_id_of_another_type_is_not_written():
    assert titles(bridge("main: close", "main: Count"), select=["STR001"]) == []


def test_the_nearest_id_is_written_only_on_request():
    misspelt = bridge("[through-traffic]", "[thruogh-traffic]")
    assert titles(misspelt) == []
    fixed = fix(loads(misspelt), unsafe=True)
    assert fixed.map == loads(BRIDGE)


def test_a_citation_is_corrected_like_any_other_id():
    assert titles(bridge("cites: count", "cites: Count")) == ["SRC005 write [count] for [Count]"]
    misspelt = bridge("cites: count", "cites: cuont")
    assert titles(misspelt) == []
    assert fix(loads(misspelt), unsafe=True).map == loads(BRIDGE)


def test_a_source_that_nothing_cites_goes_only_on_request_and_not_before_ids_are_corrected():
    more = bridge("claims:", "  survey: {title: Survey}\nclaims:")
    assert titles(more) == []
    assert fix(loads(more), unsafe=True).map == loads(BRIDGE)
    article = bridge("main: close", "main: close\narticle: Survey").replace("claims:", "  survey: {}\nclaims:")
    assert titles(article, unsafe=True) == ["STR001 write [survey] for [Survey]"]


def test_a_stale_waiver_goes_and_one_that_holds_stays():
    stale = BRIDGE + "waivers:\n- {rule: SUP001, element: close}\n- {rule: WAI001}\n- {rule: SUP002, element: gone}\n"
    fixed = fix(loads(stale))
    assert fixed.map == loads(BRIDGE)
    assert [made.fix.title for made in fixed.made] == [
        "remove the waiver of SUP001 for [close]",
        "remove the waiver of WAI001 for the map",
        "remove the waiver of SUP002 for [gone]",
    ]
    unbacked = bridge(", cites: count", "") + "waivers: [{rule: SRC001, element: through-traffic, reason: Known.}]\n"
    assert fix(loads(unbacked), unsafe=True).map.waivers == loads(unbacked).waivers


def test_a_waiver_with_a_misspelt_element_is_corrected_and_not_lost():
    unbacked = bridge(", cites: count", "")
    waived = unbacked + "waivers: [{rule: SRC001, element: Through_traffic, reason: Known.}]\n"
    assert fix(loads(waived)).map.waivers == (Waiver(rule="SRC001", element="through-traffic", reason="Known."),)
    guess = waived.replace("Through_traffic", "through-trafic")
    assert titles(guess, select=["WAI", "SRC001"]) == []
    assert titles(guess, unsafe=True, select=["WAI", "SRC001"]) == [
        "WAI002 write [through-traffic] for [through-trafic]"
    ]


def test_a_waiver_of_an_unknown_rule_is_changed_only_on_request():
    for code, title in (("SUP01", "write SUP001 for SUP01"), ("my own", "remove the waiver of my own")):
        text = BRIDGE + f"waivers: [{{rule: {code}, element: close}}]\n"
        assert titles(text) == []
        assert titles(text, unsafe=True)[0] == f"WAI002 {title}"


@pytest.mark.parametrize(
    ("second", "is_safe"),
    [
        ("{premises: [through-traffic], conclusion: close}", True),
        ("{premises: [through-traffic], conclusion: close, note: Again}", False),
        ("{premises: [through-traffic], conclusion: close, weight: 0.5}", False),
    ],
)
def test_a_repeated_inference_goes_safely_only_if_it_says_nothing_else(second, is_safe):
    twice = BRIDGE + f"  second: {second}\n"
    assert (fix(loads(twice)).map == loads(BRIDGE)) == is_safe
    assert fix(loads(twice), unsafe=True).map == loads(BRIDGE)


def test_the_order_of_premises_counts_only_under_a_scheme():
    text = bridge("[through-traffic]", "[through-traffic, quiet]").replace(
        "inferences:", "  quiet: {text: Q, given: common}\ninferences:"
    )
    twice = text + "  second: {premises: [quiet, through-traffic], conclusion: close}\n"
    assert fix(loads(twice)).map == loads(text)
    schemed = twice.replace("conclusion: close}", "conclusion: close, scheme: own}")
    assert titles(schemed, select=["STR006"]) == []
    assert titles(schemed, select=["STR006"], unsafe=True) == ["STR006 remove inference [second]"]


@pytest.mark.parametrize(
    "use",
    [
        "attacks: {but: {premises: through-traffic, target: second}}\n",
        "waivers: [{rule: ATK001, element: second}]\n",
        "  second: {premises: close, conclusion: through-traffic}\n",
    ],
)
def test_a_repeated_inference_that_something_names_stays(use):
    twice = BRIDGE + "  second: {premises: [through-traffic], conclusion: close}\n" + use
    assert titles(twice, unsafe=True, select=["STR006"]) == []


def test_a_conclusion_is_taken_out_of_its_own_premises_only_on_request_and_if_others_remain():
    circular = bridge("[through-traffic]", "[close, through-traffic, close]")
    assert titles(circular) == []
    assert fix(loads(circular), unsafe=True).map == loads(BRIDGE)
    warranted = bridge("conclusion: close", "conclusion: close, warrant: close")
    assert fix(loads(warranted), unsafe=True).map == loads(BRIDGE)
    assert titles(bridge("[through-traffic]", "[close]"), unsafe=True, select=["STR005"]) == []


def test_a_waived_finding_is_not_fixed():
    misspelt = bridge("[through-traffic]", "[Through-Traffic]")
    waived = misspelt + "waivers: [{rule: STR001, element: because, reason: On purpose.}]\n"
    assert titles(waived, unsafe=True) == []


def test_fixes_of_one_part_of_the_map_are_not_made_together():
    circular = loads(bridge("[through-traffic]", "[close, through-traffic, Through-Traffic, Close]"))
    (first,) = {made.finding.code for made in choose(check(circular), unsafe=True)}
    assert first == "STR001"
    paths = [edit.path for made in choose(check(circular)) for edit in made.fix.edits]
    assert paths == [("inferences", 0, "premises", 2), ("inferences", 0, "premises", 3)]


def test_what_is_refused_is_not_chosen_again():
    misspelt = loads(bridge("[through-traffic]", "[Through-Traffic]"))
    (proposal,) = choose(check(misspelt))
    assert choose(check(misspelt), refused={proposal.key}) == []


# --- what holds for every map ---


@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=25)
@given(argument_map=maps | structures)
def test_fixing_ends_with_nothing_left_to_fix_and_loses_nothing_that_no_edit_names(unsafe, argument_map):
    fixed = fix(argument_map, unsafe=unsafe, profile="strict")
    left = check(fixed.map, profile="strict")
    assert [finding for finding in left if find_fix(finding, unsafe=unsafe)] == []
    assert fix(fixed.map, unsafe=unsafe, profile="strict") == type(fixed)(fixed.map, ())
    for section in (*SECTIONS, "waivers"):
        removed = sum(
            isinstance(edit, Remove) and len(edit.path) == 2 and edit.path[0] == section
            for made in fixed.made
            for edit in made.fix.edits
        )
        assert len(getattr(fixed.map, section)) == len(getattr(argument_map, section)) - removed
    assert fixed.map.title == argument_map.title


@settings(max_examples=25)
@given(argument_map=maps | structures)
def test_safe_fixes_add_no_finding_of_what_they_mend_and_take_out_only_inferences_and_waivers(argument_map):
    fixed = fix(argument_map, profile="strict")
    edits = [edit for made in fixed.made for edit in made.fix.edits]
    assert {edit.path[0] for edit in edits if isinstance(edit, Remove)} <= {"inferences", "waivers"}
    before, after = ([f.code for f in check(some, profile="strict")] for some in (argument_map, fixed.map))
    assert after.count("STR001") <= before.count("STR001")


@pytest.mark.parametrize("format_name", ["yaml", "json"])
@settings(max_examples=25)
@given(argument_map=maps | structures)
def test_the_text_of_a_map_is_fixed_as_the_map_is(format_name, argument_map):
    findings = check(argument_map, profile="strict")
    edits: list[Edit] = [edit for made in choose(findings, unsafe=True) for edit in made.fix.edits]
    text = edit_text(dumps(argument_map, format=format_name), f"m.{format_name}", edits)
    assert loads(text) == apply_edits(argument_map, edits)


@settings(max_examples=25)
@given(argument_map=maps | structures, where=st.lists(st.integers(0, 60), max_size=8))
def test_comments_stay_whatever_is_fixed(argument_map, where):
    lines = dumps(argument_map).splitlines()
    for number, place in enumerate(where):
        lines[place % len(lines)] += f"  # beside {number}"
    for number, place in enumerate(where):
        lines.insert(place % (len(lines) + 1), f"{' ' * (place % 7)}# above {number}")
    text = "\n".join(lines) + "\n"
    assert loads(text) == argument_map
    comments = find_comments(text)
    edits = list(edits_of(choose(check(argument_map, profile="strict"), unsafe=True)))
    fixed = edit_text(text, "m.yaml", edits)
    assert loads(fixed) == apply_edits(argument_map, edits)
    assert find_comments(fixed) == comments


# --- what holds for every rule ---

EXAMPLES = {f"{rule.code}-{example.name}": (rule, example) for rule in all_rules() for example in rule.bad}
FIXABLE = [
    "SRC005-source that nothing cites",
    "SRC005-citation of a source that is not listed",
    "STR001-misspelt premise",
    "STR005-conclusion among the premises",
    "STR006-premises in another order",
    "WAI002-rule that does not exist",
]


def test_every_example_with_a_fix_is_tested():
    fixable = [
        name
        for name, (rule, example) in EXAMPLES.items()
        if any(finding.fixes for finding in check(loads(example.text), select=[rule.code, "WAI"], profile="strict"))
    ]
    assert fixable == FIXABLE


@pytest.mark.parametrize("name", FIXABLE)
def test_each_fix_of_an_example_mends_its_finding(name):
    rule, example = EXAMPLES[name]
    argument_map = loads(example.text)
    for finding in check(argument_map, profile="strict"):
        for proposed in finding.fixes if finding.code == rule.code else ():
            mended = loads(edit_text(example.text, "m.yaml", proposed.edits))
            assert mended == apply_edits(argument_map, proposed.edits)
            left = [(other.fingerprint, other.message) for other in check(mended, profile="strict")]
            assert (finding.fingerprint, finding.message) not in left
            assert proposed.title
