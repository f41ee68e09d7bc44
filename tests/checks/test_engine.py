"""The engine: which rules run, in what order findings come, and what waivers do."""

from __future__ import annotations

import pytest

from argmap.checks import Config, UnknownProfileError, UnknownRuleError, all_rules, check, explain, run
from argmap.checks.registry import find_rule, make_rule, select_codes
from argmap.formats import loads
from argmap.model import ArgmapError, ArgumentMap, Claim, Confidence, Draft, Severity, UnknownElementError, Waiver

BRIDGE = """\
argmap: 1
article: letter
main: close
sources:
  letter: {title: A letter to the paper}
  count: {title: Traffic count}
claims:
  close: {text: Close the bridge, kind: policy, at: 1 "close the bridge"}
  quiet: {text: Quiet matters, kind: value, implicit: true}
  traffic: Most cars pass through
inferences:
  because: {premises: [quiet, traffic], conclusion: close}
"""


def codes(findings):
    return [finding.code for finding in findings]


def test_findings_come_in_the_order_of_the_file():
    findings = check(loads(BRIDGE))
    assert [(f.code, f.element) for f in findings] == [
        ("SRC005", "count"),
        ("POL004", "close"),
        ("POL005", "close"),
        ("SUP002", "close"),
        ("SUP001", "quiet"),
        ("SRC001", "traffic"),
        ("SRC006", "traffic"),
        ("SUP008", "because"),
    ]
    assert findings[3].evidence == ("quiet", "traffic")
    assert findings[3].fix.startswith("back [quiet] and [traffic] ")


def test_a_code_a_prefix_and_all_select_rules():
    bridge = loads(BRIDGE)
    assert run(bridge, select=["SUP001"]).codes == ("SUP001",)
    support = tuple(rule.code for rule in all_rules() if rule.code.startswith("SUP"))
    assert run(bridge, select=["SUP", "WAI001"]).codes == (*support, "WAI001")
    assert run(bridge, select=["ALL"]).codes == tuple(rule.code for rule in all_rules())
    assert run(bridge, select=["sup00"]).codes == support
    assert run(bridge, select=[]).codes == ()


def test_ignore_leaves_rules_out():
    assert codes(check(loads(BRIDGE), ignore=["POL", "SRC", "SUP002"])) == ["SUP001", "SUP008"]
    assert codes(check(loads(BRIDGE), select=["SUP"], ignore=["SUP001"])) == ["SUP002", "SUP008"]


@pytest.mark.parametrize(
    ("selector", "nearest"), [("SUP01", "SUP001"), ("SUX", "SUP"), ("unsuported-claim", "SUP001"), ("", None)]
)
@pytest.mark.parametrize("argument", ["select", "ignore"])
def test_an_unknown_code_is_an_error_that_names_the_nearest(selector, nearest, argument):
    with pytest.raises(UnknownRuleError) as caught:
        run(ArgumentMap(), **{argument: [selector]})
    assert caught.value.nearest == nearest
    assert isinstance(caught.value, ArgmapError)
    assert isinstance(caught.value, ValueError)


def test_explain_names_the_nearest_code():
    with pytest.raises(UnknownRuleError, match=r"no rule 'SUP01', did you mean SUP001\?"):
        explain("SUP01")


def test_an_unknown_profile_is_an_error():
    with pytest.raises(UnknownProfileError, match="no profile 'class', expected default, classroom or strict"):
        run(ArgumentMap(), profile="class")


def test_the_classroom_profile_has_fewer_rules_and_plainer_words():
    bridge = loads(BRIDGE)
    default, classroom = run(bridge), run(bridge, profile="classroom")
    assert set(classroom.codes) < set(default.codes)
    assert [f.message for f in classroom.findings if f.code == "SUP001"] == [
        "[quiet] is only asserted: no reason and no source stands behind it"
    ]
    assert {f.element for f in classroom.findings} <= {f.element for f in default.findings}


def test_the_strict_profile_has_every_rule():
    assert run(ArgumentMap(), profile="strict").codes == tuple(rule.code for rule in all_rules() if not rule.requires)


def test_a_rule_whose_requirement_is_not_met_is_skipped_and_the_result_says_so():
    circle = loads(
        """\
argmap: 1
claims:
  a: {text: A, kind: value}
  b: {text: B, kind: value}
inferences:
  one: {premises: a, conclusion: b}
  two: {premises: b, conclusion: a}
"""
    )
    result = run(circle)
    assert "SUP006" not in result.codes
    assert ("SUP006", "STR004 finds something that has to be mended first") in result.skipped


def test_a_required_rule_counts_and_does_not_report_if_it_is_not_selected():
    result = run(
        loads(
            "argmap: 1\nclaims: {a: A, b: B}\nattacks:\n  x: {premises: a, target: b}\n  y: {premises: b, target: a}\n"
        ),
        select=["SUP006"],
    )
    assert result.findings == ()
    assert result.skipped == (("SUP006", "STR004 finds something that has to be mended first"),)


def test_a_rule_that_needs_a_text_says_that_it_has_none():
    skipped = tuple((code, "no text of [letter] for 1 anchor") for code in ("SRC004", "TXT002"))
    assert run(loads(BRIDGE)).skipped == skipped
    assert run(loads(BRIDGE), texts={"letter": "Close the bridge!"}).skipped == ()
    assert run(loads(BRIDGE), texts={"count": ""}).skipped == skipped


def test_a_map_without_anchors_needs_no_text():
    assert run(ArgumentMap(claims=[Claim(id="a", text="A")]), select=["SRC"]).skipped == ()


def test_a_text_of_a_map_that_names_no_article_goes_by_the_empty_id():
    argument_map = loads("argmap: 1\nclaims: {a: {text: A, at: '1 \"b\"'}}\n")
    found = check(argument_map, select=["SRC004"], texts={"": "a"})
    assert [f.message for f in found] == ['anchor "b" of claim [a]: not found']


def test_a_text_of_an_unknown_source_is_an_error_that_names_the_nearest():
    with pytest.raises(UnknownElementError, match=r"no element \[lettr\] in the map; did you mean \[letter\]"):
        run(loads(BRIDGE), texts={"lettr": ""})


# --- waivers ---


def waived(text: str = "", **fields) -> ArgumentMap:
    draft = Draft()
    draft.claim("Quiet matters", id="quiet", kind="value", main=True)
    return draft.build().model_copy(update={"waivers": (Waiver(**fields),)})


def test_a_waiver_marks_the_finding_that_it_accepts():
    argument_map = waived(rule="SUP001", element="quiet", reason="It is common ground.")
    findings = check(argument_map)
    assert [(f.code, f.waived) for f in findings] == [("SUP001", "It is common ground."), ("SUP002", None)]
    assert codes(run(argument_map).unwaived) == ["SUP002"]


def test_a_waiver_of_the_map_as_a_whole_accepts_a_finding_without_an_element():
    empty = ArgumentMap(waivers=[Waiver(rule="STR004", reason="Nothing is argued for yet.")])
    assert [(f.code, f.waived) for f in check(empty)] == [("STR004", "Nothing is argued for yet.")]


def test_a_waiver_without_a_reason_holds_and_is_a_finding():
    findings = check(waived(rule="SUP001", element="quiet"))
    assert [(f.code, f.waived) for f in findings] == [("SUP001", ""), ("SUP002", None), ("WAI001", None)]
    assert findings[-1].path == ("waivers", 0)
    assert findings[-1].element == "quiet"


def test_findings_about_waivers_cannot_be_waived():
    argument_map = waived(rule="WAI002", element="quiet", reason="Why not?")
    assert [(f.code, f.waived) for f in check(argument_map, select=["WAI"])] == [("WAI002", None)]


def test_a_waiver_of_a_rule_that_did_not_run_is_not_stale():
    argument_map = waived(rule="STR003", element="quiet", reason="Later.")
    assert codes(check(argument_map, select=["WAI", "STR003"])) == ["WAI002"]
    assert codes(check(argument_map, select=["WAI"])) == []
    bridge = loads(BRIDGE + "waivers:\n  - {rule: SRC004, element: close, reason: The web page differs.}\n")
    assert "WAI002" not in codes(check(bridge))
    assert "WAI002" in codes(check(bridge, texts={"letter": "Close the bridge!"}))


def test_a_waiver_whose_finding_is_too_unsure_to_show_is_not_stale():
    text = BRIDGE + "waivers:\n  - {rule: SRC006, element: traffic, reason: It was added.}\n"
    assert "WAI002" not in codes(check(loads(text), config=Config(min_confidence="high")))


def test_a_waiver_of_what_a_reader_notices_is_left_alone():
    assert codes(check(waived(rule="FMT004", element="quiet", reason="Known."), select=["WAI"])) == []


# --- configuration at work ---


def test_findings_below_the_least_confidence_are_left_out():
    found = check(loads(BRIDGE), config=Config(min_confidence="high"))
    assert {f.confidence for f in found} == {Confidence.HIGH}
    assert "SRC006" in codes(check(loads(BRIDGE)))
    assert "SRC006" not in codes(found)


def test_arguments_come_before_the_configuration_and_ignored_codes_add_up():
    config = Config(select=["SUP"], ignore=["SUP002"], profile="strict")
    left = tuple(rule.code for rule in all_rules() if rule.code.startswith("SUP") and rule.code != "SUP002")
    assert run(loads(BRIDGE), config=config).codes == left
    assert run(loads(BRIDGE), config=config, select=["SUP"], ignore=["SUP001"]).codes == left[1:]


def test_options_reach_their_rule():
    text = BRIDGE + "  more: {premises: traffic, conclusion: quiet}\n"
    config = Config(rules={"SUP001": {"min_reasons": 2}})
    found = check(loads(text), config=config, select=["SUP001"])
    assert [(f.element, f.message) for f in found] == [
        ("close", "claim [close] has 1 of 2 reasons and no source"),
        ("quiet", "implicit premise [quiet] has 1 of 2 reasons and no source"),
    ]
    assert check(loads(text), select=["SUP001"]) == ()


def test_a_result_fails_from_a_severity_on():
    result = run(loads(BRIDGE), select=["SRC006"])
    assert result.fails(Severity.INFO)
    assert not result.fails(Severity.WARNING)
    quiet = waived(rule="SUP001", element="quiet", reason="Common ground.")
    assert not run(quiet, select=["SUP001"]).fails(Severity.INFO)


def test_a_rule_is_found_by_code_or_name():
    assert find_rule("sup001") is find_rule("Unsupported-Claim")
    assert make_rule(find_rule("SUP001"), {"min_reasons": 3}).min_reasons == 3
    assert select_codes(["all"]) == {rule.code for rule in all_rules()}


def test_the_method_of_a_map_gives_the_same_findings():
    assert loads(BRIDGE).check(select=["SUP"]) == check(loads(BRIDGE), select=["SUP"])
