"""The rules about wording and time: what holds for all of them, and where they stop."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import structures

from argmap.checks import Config, check, run
from argmap.checks.rule import Context
from argmap.checks.wording import Wording
from argmap.formats import loads
from argmap.graph import ArgumentGraph, find_newest_evidence
from argmap.graph.evidence_dates import UNDATED
from argmap.model import ArgumentMap, Claim, Confidence, EdtfDate, Given, Inference, Kind, Source

WORDS = (
    *(
        "undeniable",
        "clearly",
        "not",
        "allegedly",
        "might",
        "because",
        "therefore",
        "and",
        "is",
        "has",
        "the",
        "of",
        ";",
    ),
    *(
        ",",
        ".",
        "Russia",
        "NATO",
        "ships",
        "planes",
        "bridge",
        "cars",
        "shops",
        "noise",
        "200",
        "300",
        "led",
        "to",
        "now",
    ),
)
sentences = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
dates = st.none() | st.sampled_from(("1999", "2015/2017", "2019-05", "2020", "2021-03", "2017/..", "../2010", "2018~"))
_claims = st.builds(
    Claim,
    id=st.sampled_from("abcdef"),
    text=sentences,
    kind=st.sampled_from(Kind),
    given=st.sampled_from(Given),
    cites=st.lists(st.sampled_from(("s", "t")), max_size=2).map(tuple),
    when=dates.map(lambda text: text and EdtfDate(text)),
)
_inferences = st.builds(
    Inference,
    id=st.sampled_from("ijkl"),
    premises=st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3).map(tuple),
    conclusion=st.sampled_from("abcdef"),
    scheme=st.sampled_from((None, "cause-to-effect", "CauseToEffect")),
)
worded = st.builds(
    ArgumentMap,
    language=st.sampled_from(("en", "en-GB", "de", "fr", "zh")),
    article=st.just("art"),
    sources=st.tuples(
        st.just(Source(id="art", date=EdtfDate("2020-06-30"))),
        st.builds(Source, id=st.just("s"), date=dates.map(lambda text: text and EdtfDate(text))),
        st.just(Source(id="t", date=EdtfDate("2003"))),
    ),
    claims=st.lists(_claims, max_size=6, unique_by=lambda claim: claim.id).map(tuple),
    inferences=st.lists(_inferences, max_size=4).map(tuple),
)
SELECTED = ["TXT", "TIM"]


@given(argument_map=worded, seed=st.integers(0, 99))
def test_the_order_of_the_file_changes_no_finding_about_wording_and_time(argument_map, seed):
    def told(some_map):
        return sorted((f.code, f.message, f.evidence, f.confidence) for f in check(some_map, select=SELECTED))

    mixed = random.Random(seed)
    sections = {
        section: tuple(mixed.sample(getattr(argument_map, section), len(getattr(argument_map, section))))
        for section in ("sources", "claims", "inferences")
    }
    assert told(argument_map.model_copy(update=sections)) == told(argument_map)


@pytest.mark.parametrize("language", ["fr", "zh", "", "x-klingon"])
def test_a_language_without_word_lists_is_said_so(language):
    result = run(ArgumentMap(language=language, claims=[Claim(id="a", text="Undeniable")]), select=["TXT"])
    skipped = dict(result.skipped)
    assert skipped.keys() == {"TXT001", "TXT002", "TXT003", "TXT004", "TXT005", "TXT006"}
    assert skipped["TXT001"] == f'no word lists for the language "{language}", only for de and en'
    assert skipped["TXT004"] == f"{skipped['TXT001']}; only claims in the same words are found"
    assert result.findings == ()


def test_the_words_of_a_country_are_those_of_the_language():
    swiss = ArgumentMap(language="de-CH", claims=[Claim(id="a", text="Das ist unbestreitbar so")])
    assert [f.code for f in check(swiss, select=["TXT001"])] == ["TXT001"]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Undoubtedly, the bridge is full", Confidence.MEDIUM),
        ("The bridge is not fair, undoubtedly", Confidence.MEDIUM),
        ("That the bridge is full is beyond doubt", Confidence.MEDIUM),
        ("Clearly, the bridge is full", Confidence.LOW),
        ("The bridge is obviously full", Confidence.LOW),
    ],
)
def test_certainty_is_found_the_surer_the_clearer_the_word(text, confidence):
    found = check(ArgumentMap(claims=[Claim(id="a", text=text)]), select=["TXT001"])
    assert [f.confidence for f in found] == [confidence]


@pytest.mark.parametrize(
    "text",
    [
        "It is by no means beyond doubt that the bridge is full",
        "It is far from undeniable that the bridge is full",
        "Nobody knows whether it is certain that the bridge is full",
        "The paper says that the bridge is undoubtedly full",
        "According to the paper, the bridge is certainly full",
        "Perhaps undeniable, perhaps not",
        "The side effects are clearly stated on the package",
        "The sign should speak clearly",
        "Is the bridge undoubtedly full?",
        "A certain number of cars cross a clear river",
    ],
)
def test_certainty_that_is_denied_ascribed_or_of_manner_is_left_alone(text):
    assert check(ArgumentMap(claims=[Claim(id="a", text=text)]), select=["TXT001"]) == ()


def test_certainty_of_a_party_counts_less():
    claims = [Claim(id="a", text="The bridge is undeniably full", by="shops")]
    assert [f.confidence for f in check(ArgumentMap(claims=claims), select=["TXT001"])] == [Confidence.LOW]


@pytest.mark.parametrize(
    ("text", "claim", "found"),
    [
        ("The shops might need the cars.", "The shops need the cars", [Confidence.LOW]),
        ("The shops probably need the cars.", "The shops need the cars", [Confidence.MEDIUM]),
        ("In May the shops need the cars.", "The shops need the cars", []),
        ("The shops probably need the cars.", "In May 2020 the shops needed the cars", [Confidence.MEDIUM]),
        ("The shops probably need the cars. They say.", "The shops need the cars", []),
        ("The shops probably need the cars.", "The shops might need the cars", []),
        ("The shops probably need the cars.", "The paper claims the shops need the cars", []),
    ],
)
def test_a_hedge_is_lost_if_nothing_keeps_it(text, claim, found):
    end = " ".join(text.rstrip(".").split()[-2:])
    start = " ".join(text.split()[:2])
    argument_map = loads(f'argmap: 1\nclaims:\n  a: {{text: {claim}, at: \'1 "{start}" ... "{end}"\'}}\n')
    assert [f.confidence for f in check(argument_map, select=["TXT002"], texts={"": text})] == found


@pytest.mark.parametrize(
    ("kind", "confidence"),
    [(Kind.FACT, [Confidence.LOW]), (Kind.POLICY, [Confidence.MEDIUM]), (Kind.CAUSAL, [])],
)
def test_a_because_counts_by_the_kind_of_the_claim(kind, confidence):
    claim = Claim(id="a", text="The bridge is closed because it is too narrow", kind=kind)
    assert [f.confidence for f in check(ArgumentMap(claims=[claim]), select=["TXT003"])] == confidence


def stem_groups(argument_map: ArgumentMap, least: Fraction, min_terms: int) -> set[tuple[str, ...]]:
    """Compare each claim with each by the definition in the rule; no claim here has a name inside a sentence."""
    wording = Wording(ArgumentGraph(argument_map))
    claims = wording.graph.claims

    def alike(one: str, other: str) -> bool:
        words, others = wording.words[one], wording.words[other]
        if not words or claims[one].when != claims[other].when:
            return False
        if words == others:
            return True
        polar, terms = wording.lists.polar, (set(wording.terms(one)), set(wording.terms(other)))
        if [w for w in words if w[0].isdigit()] != [w for w in others if w[0].isdigit()]:
            return False
        if polar.intersection(words) != polar.intersection(others) or min(map(len, terms)) < min_terms:
            return False
        return Fraction(len(terms[0] & terms[1]), len(terms[0] | terms[1])) >= least

    groups = {claim_id: {claim_id} for claim_id in claims}
    for one, other in combinations(claims, 2):
        if alike(one, other) and groups[one] is not groups[other]:
            groups[one] |= groups[other]
            groups.update(dict.fromkeys(groups[other], groups[one]))
    return {tuple(sorted(group)) for group in groups.values() if len(group) > 1}


few_words = st.lists(
    st.sampled_from(("cars", "shops", "noise", "bridges", "bridge", "guests", "not", "200", "the")), max_size=7
)


@given(
    texts=st.lists(few_words.map(" ".join), max_size=8),
    whens=st.lists(st.sampled_from((None, EdtfDate("2020"))), min_size=8, max_size=8),
    least=st.sampled_from((0.5, 0.8, 1.0)),
    min_terms=st.integers(1, 4),
)
def test_near_duplicates_are_those_that_a_comparison_of_each_with_each_finds(texts, whens, least, min_terms):
    claims = [Claim(id=f"c{n}", text=text, when=whens[n]) for n, text in enumerate(texts)]
    argument_map = ArgumentMap(claims=claims)
    options = Config(rules={"TXT004": {"least_shared": least, "min_terms": min_terms}})
    found = check(argument_map, select=["TXT004"], config=options)
    assert {(f.element, *f.evidence) for f in found} == stem_groups(argument_map, Fraction(str(least)), min_terms)


def test_near_duplicates_in_another_order_count_less():
    claims = [
        Claim(id="a", text="Noisy cars scare friendly guests"),
        Claim(id="b", text="Friendly guests scare noisy cars"),
        Claim(id="c", text="Parked bikes annoy old neighbours"),
        Claim(id="d", text="The parked bike annoys the old neighbour"),
    ]
    found = check(ArgumentMap(claims=claims), select=["TXT004"])
    assert [(f.element, f.confidence) for f in found] == [("a", Confidence.LOW), ("c", Confidence.MEDIUM)]


def test_claims_that_are_all_the_same_are_one_finding():
    claims = [Claim(id=f"c{n:05}", text="Noise") for n in range(5_000)]
    (finding,) = check(ArgumentMap(claims=claims), select=["TXT004"])
    assert (
        finding.message == "claims [c00000], [c00001], [c00002], [c00003] and 4996 more say the same in the same words"
    )
    assert len(finding.evidence) == 50


def test_too_many_similar_claims_are_said_not_to_be_compared():
    words = "alpha bravo charlie delta echo foxtrot golf hotel india"
    claims = [Claim(id=f"c{n}", text=f"{words} x{chr(97 + n % 26)}{chr(97 + n // 26)}") for n in range(400)]
    config = Config(rules={"TXT004": {"least_shared": 0.95}})
    result = run(ArgumentMap(claims=claims), select=["TXT004"], config=config)
    assert result.findings == ()
    assert result.skipped == ()
    loose = run(ArgumentMap(claims=claims), select=["TXT004"], config=Config(rules={"TXT004": {"least_shared": 0.5}}))
    assert len(loose.findings) == 1
    assert loose.skipped == (("TXT004", "too many claims share their words to compare each with each"),)


@given(argument_map=structures)
def test_terms_are_looked_up_in_broken_maps(argument_map):
    findings = check(argument_map, select=["TXT005", "TXT006"])
    assert findings == ()  # all texts are one letter


def test_a_term_that_only_the_conclusion_repeats_in_itself_is_found():
    claims = [Claim(id="a", text="Bridges"), Claim(id="b", text="A bridge is noisy, noisy")]
    argument_map = ArgumentMap(claims=claims, inferences=[Inference(id="i", premises=("a",), conclusion="b")])
    found = check(argument_map, select=["TXT005", "TXT006"])
    assert [(f.code, f.evidence) for f in found] == [("TXT005", ("b",))]


def newest_by_walking(graph: ArgumentGraph, claim_id: str, own: dict[str, date]) -> date | None:
    seen, order = {claim_id}, [claim_id]
    for current in order:
        for step in graph.inferences_to(current):
            for premise in step.premises:
                if premise in graph.claims and premise not in seen:
                    seen.add(premise)
                    order.append(premise)
    return max((own[other] for other in order if other in own), default=None)


@given(argument_map=worded)
def test_the_newest_evidence_of_a_claim_is_the_newest_of_all_below_it(argument_map):
    graph = ArgumentGraph(argument_map)
    alone = ArgumentGraph(argument_map.model_copy(update={"inferences": ()}))
    own = find_newest_evidence(alone)
    backed = {
        claim_id: day
        for claim_id, day in own.items()
        if not graph.has_reason(claim_id) or {"s", "t"} & set(graph.claims[claim_id].cites)
    }
    expected = {claim_id: newest_by_walking(graph, claim_id, backed) for claim_id in graph.claims}
    assert find_newest_evidence(graph) == {claim_id: day for claim_id, day in expected.items() if day is not None}


def test_evidence_without_a_date_could_be_of_any():
    graph = ArgumentGraph(ArgumentMap(claims=[Claim(id="a", text="A"), Claim(id="v", text="V", kind="value")]))
    assert find_newest_evidence(graph) == {"a": UNDATED}


def test_old_evidence_is_told_at_the_lowest_claim_about_the_present():
    letter = """\
argmap: 1
article: letter
sources:
  letter: {title: A letter, date: 2020}
  count: {title: A count, date: 2003}
claims:
  close: {text: The bridge is now a nuisance, kind: value}
  through: {text: Most cars now only pass through}
  traffic: {text: Two in three passed through, cites: count}
inferences:
  so: {premises: traffic, conclusion: through}
  then: {premises: through, conclusion: close}
"""
    assert [f.element for f in check(loads(letter), select=["TIM002"])] == ["through"]
    patient = Config(rules={"TIM002": {"max_age_years": 20}})
    assert check(loads(letter), select=["TIM002"], config=patient) == ()


def test_what_has_no_anchor_in_the_article_may_be_later_and_counts_less():
    letter = """\
argmap: 1
article: letter
sources: {letter: {title: A letter, date: 2020}}
claims:
  said: {text: The bridge was closed, when: 2021, at: 1}
  added: {text: The bridge was opened again, when: 2022}
"""
    found = {f.element: f.confidence for f in check(loads(letter), select=["TIM002"])}
    assert found == {"said": Confidence.MEDIUM, "added": Confidence.LOW}


def test_an_approximate_date_makes_a_late_cause_less_sure():
    letter = """\
argmap: 1
claims:
  empty: {text: The shops stood empty, when: 2017}
  tunnel: {text: The tunnel was opened, when: 2019~}
inferences:
  so: {premises: tunnel, conclusion: empty, scheme: Argument from cause to effect}
"""
    assert [f.confidence for f in check(loads(letter), select=["TIM001"])] == [Confidence.LOW]
    assert [f.confidence for f in check(loads(letter.replace("~", "")), select=["TIM001"])] == [Confidence.MEDIUM]


def test_the_words_of_a_map_are_taken_apart_once():
    context = Context(ArgumentGraph(ArgumentMap(claims=[Claim(id="a", text="Noise")])))
    assert context.wording.words is context.wording.words
    assert context.wording.terms("a") is context.wording.terms("a")
    assert context.wording.terms("nowhere") == {}
