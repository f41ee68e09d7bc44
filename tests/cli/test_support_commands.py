"""`argmap why` and `argmap gaps`: what they print, and how they exit."""

from __future__ import annotations

import json

BRIDGE = b"""argmap: 1
main: [close, toll]
sources: {count: {title: Traffic count}}
claims:
  close: {text: The bridge should close, kind: policy}
  toll: {text: The bridge should cost a toll, kind: policy}
  traffic: {text: Cars only pass through, cites: count}
  quiet: {text: Quiet streets matter, kind: value, implicit: true}
  harm: {text: Traffic harms, kind: causal}
  survey: {text: A survey says so}
inferences:
  because: {premises: [traffic, quiet, harm], conclusion: close}
  shown: {premises: survey, conclusion: harm}
  pays: {premises: [harm, quiet], conclusion: toll}
"""


def test_gaps_shows_the_repairs_and_each_gap_once(run: object) -> None:
    outcome = run("gaps", "-", "--repairs", "2", stdin=BRIDGE)
    assert (outcome.code, outcome.err) == (0, "")
    assert (
        outcome.out
        == """\
[close] The bridge should close
  It is not grounded: no line of reasons rests on sources or givens alone.
  It would be grounded if these were backed, with sources or reasons:
    1. [quiet] and [survey] (cost 3)
    2. [harm] and [quiet] (skips the argument for [harm])
  Nothing stands behind
    [quiet] Quiet streets matter (implicit value)
      on the way [close] < [quiet]
    [survey] A survey says so (fact)
      on the way [close] < [harm] < [survey]
  Reasons that do not hold lead to
    [harm]: [shown] breaks at [survey]

[toll] The bridge should cost a toll
  It is not grounded: no line of reasons rests on sources or givens alone.
  It would be grounded if these were backed, with sources or reasons:
    1. [quiet] and [survey] (cost 3)
    2. [harm] and [quiet] (skips the argument for [harm])
  3 gaps that matter to it stand above.
"""
    )


def test_gaps_tells_what_a_claim_stands_on(run: object) -> None:
    outcome = run("gaps", "broad-street.argmap.yaml")
    assert outcome.out.splitlines()[1:4] == [
        "  It is grounded.",
        "  4 lines of reasons lead to it, and none is independent of the others.",
        "    [by-exception], [by-source] and [by-traveller] meet at [water-can-carry]",
    ]
    assert outcome.out.splitlines()[-1] == "  [cluster] and [companies] together bring it down."
    (pump,) = json.loads(run("gaps", "broad-street.argmap.yaml", "--format", "json").out)
    assert pump["robustness"] == {"size": 2, "cut": ["cluster", "companies"], "bound": 2}
    assert pump["load_bearing"] == {"claims": [], "undecided": []}
    assert len(pump["lines"]["groups"]) == 1


def test_gaps_names_the_claims_without_which_a_claim_falls(run: object) -> None:
    chain = b"""argmap: 1
claims: {a: A, b: B, c: {text: C, given: common}}
inferences: {one: {premises: c, conclusion: b}, two: {premises: b, conclusion: a}}
"""
    assert run("gaps", "-", stdin=chain).out == (
        "[a] A\n  It is grounded.\n  It falls without [b] and [c], each by itself.\n"
    )


def test_gaps_of_one_claim_tells_that_it_is_grounded_or_bare(run: object) -> None:
    assert run("gaps", "-", "traffic", stdin=BRIDGE).out == "[traffic] Cars only pass through\n  It is grounded.\n"
    assert "It is not grounded: it has no reason and no source." in run("gaps", "-", "quiet", stdin=BRIDGE).out
    assert run("gaps", "-", stdin=b"argmap: 1").out == "The map has no main claim.\n"


def test_gaps_and_why_print_json(run: object) -> None:
    close, toll = json.loads(run("gaps", "-", "--format", "json", stdin=BRIDGE).out)
    assert (close["claim"], close["grounded"], close["is_exact"], close["bound"]) == ("close", False, True, 3)
    assert close["repairs"][0] == {"backing": ["quiet", "survey"], "cost": 3, "is_exact": True}
    assert [gap["claim"] for gap in close["gaps"]] == ["close", "harm", "quiet", "survey"]
    assert close["gaps"][3]["path"] == ["close", "because", "harm", "shown", "survey"]
    assert close["gaps"][1]["inferences"] == [{"inference": "shown", "missing": ["survey"]}]
    assert toll["claim"] == "toll"
    both = json.loads(run("why", "-", "harm", "--format", "json", stdin=BRIDGE).out)
    told = both["support"]
    assert (both["acceptability"]["label"], both["acceptability"]["reason"]) == ("in", "supported")
    assert (told["claim"], told["grounded"], told["stops"], told["repair"]) == ("harm", False, ["survey"], ["survey"])
    assert [step["depth"] for step in told["steps"]] == [0, 0, 1]


def test_why_tells_the_support_of_a_claim_down_to_where_it_stops(run: object) -> None:
    outcome = run("why", "kaliningrad.argmap.yaml", "bulk-of-blame")
    assert outcome.code == 0
    assert 'It cites "Investigation into close encounters" (ABC News, 2020-04).' in outcome.out
    assert "Support stops at [where-counts] and [dwarfed]." in outcome.out
    assert "Backing [where-counts] would ground it, at the least cost." in outcome.out
    assert "Acceptability, stance asserted\n\n[bulk-of-blame] is in: it rests on " in outcome.out
    assert len(run("why", "kaliningrad.argmap.yaml", "bulk-of-blame", "--depth", "0").out) < len(outcome.out)


def test_a_claim_that_is_not_there_is_told_with_the_nearest(run: object) -> None:
    for command in ("why", "gaps"):
        outcome = run(command, "kaliningrad.argmap.yaml", "provocaton")
        assert (outcome.code, outcome.out) == (2, "")
        assert "did you mean [provocation]?" in outcome.err


def test_eval_tells_the_labels_of_the_main_claims_and_what_a_supposition_changes(run: object) -> None:
    outcome = run("eval", "kaliningrad.argmap.yaml", "--reject", "still-a-start")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert [line.split("]")[0] for line in lines[:3]] == [
        "in        supported   [provocation",
        "out       defeated    [moratorium",
        "out       unsupported [drawdown",
    ]
    assert "out       rejected    [still-a-start] attack (was in)" in lines
    assert lines[-1] == "87 in, 10 out, 0 undecided"


def test_eval_prints_json_csv_and_every_element(run: object) -> None:
    told = json.loads(run("eval", "-", "--stance", "held", "--accept", "harm", "--format", "json", stdin=BRIDGE).out)
    assert (told["stance"], told["accept"], told["main"]) == ("held", ["harm"], ["close", "toll"])
    harm = next(element for element in told["elements"] if element["id"] == "harm")
    assert (harm["label"], harm["reason"], harm["before"]) == ("in", "accepted", "out")
    table = run("eval", "-", "--format", "csv", stdin=BRIDGE.replace(b"A survey says so", b"=1+1")).out.split("\n")
    assert table[0].strip() == "id,type,label,reason,rank,before,text"
    assert any(line.startswith("survey,claim,in,held,") and "'=1+1" in line for line in table)
    assert len(run("eval", "-", "--all", stdin=BRIDGE).out.splitlines()) == 9 + 2


def test_eval_refuses_what_contradicts_itself(run: object) -> None:
    outcome = run("eval", "-", "--accept", "harm", "--reject", "harm", stdin=BRIDGE)
    assert (outcome.code, outcome.out) == (2, "")
    assert "[harm] cannot be both accepted and rejected" in outcome.err
    assert "did you mean [harm]?" in run("eval", "-", "--reject", "harn", stdin=BRIDGE).err
