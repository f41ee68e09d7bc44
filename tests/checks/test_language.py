"""Language: words, sentences, stems, lists of words, and what they tell of a text."""

from __future__ import annotations

import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks import check
from argmap.checks import language as language_package
from argmap.checks.language import (
    LISTED,
    CauseAndEffect,
    JoinKind,
    Phrases,
    WordLists,
    find_join,
    find_language,
    find_sentences,
    find_similar,
    find_tokens,
    find_words,
    is_word,
    may_join,
    read_word_lists,
    split_cause,
)
from argmap.model import ArgumentMap, Claim

FOLDER = Path(language_package.__file__).parent
ENGLISH, GERMAN = read_word_lists("en"), read_word_lists("de")
each_language = pytest.mark.parametrize("code", LISTED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" \t", []),
        ("NATO's build-up", ["nato's", "build", "up"]),
        ("NATO’s war games", ["nato's", "war", "games"]),
        ("'quoted' words", ["quoted", "words"]),
        ("Straße und CAFÉ", ["strasse", "und", "café"]),
        ("cafe\u0301", ["café"]),
        ("some 11,900 of 9M729, at 7:35 or 1.5.", ["some", "11,900", "of", "9m729", "at", "7:35", "or", "1.5"]),
        ("snake_case", ["snake", "case"]),
        ("किताबें", ["किताबें"]),
    ],
)
def test_words_are_folded_runs_of_letters_and_digits(text, words):
    assert find_words(text) == words


@given(text=st.text(alphabet="ab1 '’.,:;_-ßÉ\u0301!\n") | st.text(max_size=40))
def test_words_are_the_tokens_that_are_no_marks(text):
    assert find_words(text) == [token for token in find_tokens(text) if is_word(token)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("One sentence.", ["One sentence."]),
        ("One. Two!  Three?", ["One.", "Two!", "Three?"]),
        ('He said "No." Then he left.', ['He said "No."', "Then he left."]),
        ("The U.S. Army and Dr. Snow met at 3. Street.", ["The U.S. Army and Dr. Snow met at 3. Street."]),
        ("It is 1.5 m long ... or so", ["It is 1.5 m long ... or so"]),
        ("No point\n\nAnother paragraph", ["No point", "Another paragraph"]),
    ],
)
def test_sentences_end_with_a_mark_before_a_capital_letter(text, sentences):
    assert find_sentences(text, ENGLISH.abbreviation) == sentences


@given(text=st.text(alphabet="aB.!? \n\"'", max_size=60))
def test_sentences_have_all_words_of_the_text_in_order(text):
    assert [word for sentence in find_sentences(text) for word in find_words(sentence)] == find_words(text)


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "en"), ("en-GB", "en"), ("DE-ch-1996", "de"), ("pt_BR", "pt"), ("nb", "nb")]
)
def test_a_language_is_known_by_the_first_part_of_its_tag(tag, code):
    assert find_language(tag).code == code


@pytest.mark.parametrize("tag", ["", "x", "zh-Hans", "tlh", "english", "-", "../en"])
def test_a_language_without_a_stemmer_is_none(tag):
    assert find_language(tag) is None


def test_a_language_without_word_lists_has_stems():
    french = find_language("fr")
    assert french.lists is None
    assert french.stem("maisons") == french.stem("maison")


def test_stems_are_the_same_from_many_threads():
    words = [f"provocation{'s' * (n % 3)}{n % 50}" for n in range(5_000)]
    alone = [find_language("fi").stem(word) for word in words]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(find_language("fi").stem, words)) == alone


@each_language
def test_word_lists_are_lower_case_sorted_and_without_repetition(code):
    data = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    assert {field.name for field in fields(WordLists) if field.init} == data.keys() - {"endings"}
    for name, words in data.items():
        assert words == sorted(set(words)), name
        assert words == [word.lower().strip() for word in words], name
        assert all(words) or name == "endings", name


@each_language
def test_sure_and_less_sure_lists_share_no_words(code):
    lists = read_word_lists(code)
    for sure, less in (
        (lists.certain, lists.perhaps_certain),
        (lists.hedge, lists.perhaps_hedge),
        (lists.inference, lists.perhaps_inference),
        (lists.causing, lists.caused),
    ):
        assert sure.phrases & less.phrases == frozenset()


@each_language
def test_negations_turn_a_statement(code):
    lists = read_word_lists(code)
    assert lists.negation <= lists.polar


def test_every_list_is_of_a_language_that_has_stems():
    assert all(find_language(code).lists == read_word_lists(code) for code in LISTED)


def test_phrases_are_found_whole_and_the_longest_first():
    phrases = Phrases(["no doubt", "no doubt at all", "sure"])
    tokens = find_tokens("No doubt at all, surely; no, doubt. Sure")
    assert [found.phrase for found in phrases.find(tokens)] == ["no doubt at all", "sure"]


@given(tokens=st.lists(st.sampled_from("abcd,")), phrases=st.sets(st.sampled_from(("a", "a b", "b c d", "c , d"))))
def test_a_text_without_a_cue_has_no_phrase(tokens, phrases):
    found = Phrases(phrases)
    if not found.may_be_in([token for token in tokens if is_word(token)]):
        assert not found.are_in(tokens)


@pytest.mark.parametrize(
    ("lists", "text", "kind"),
    [
        (ENGLISH, "The tax is unfair. It should be cut.", JoinKind.SENTENCES),
        (ENGLISH, "The tax is unfair; the council should cut it", JoinKind.SEMICOLON),
        (ENGLISH, "The tax is unfair, therefore it should be cut", JoinKind.INFERENCE),
        (ENGLISH, "The tax should be cut because it hits the poor", JoinKind.PERHAPS_INFERENCE),
        (ENGLISH, "The tax is unfair, so the council should cut it", JoinKind.PERHAPS_INFERENCE),
        (ENGLISH, "The tax is unfair and the council has known it", JoinKind.COORDINATION),
        (ENGLISH, "The tax is unfair, but it can be cut", JoinKind.COORDINATION),
        (GERMAN, "Die Steuer ist ungerecht. Sie gehört gesenkt.", JoinKind.SENTENCES),
        (GERMAN, "Die Steuer ist ungerecht, deshalb sollte sie sinken", JoinKind.INFERENCE),
        (GERMAN, "Die Steuer sollte sinken, weil sie die Armen trifft", JoinKind.PERHAPS_INFERENCE),
        (GERMAN, "Die Steuer ist ungerecht und der Rat hat es gewusst", JoinKind.COORDINATION),
    ],
)
def test_two_statements_are_told_by_what_joins_them(lists, text, kind):
    assert find_join(text, lists).kind is kind
    assert may_join(text, find_words(text), lists)


@pytest.mark.parametrize(
    ("lists", "text"),
    [
        (ENGLISH, ""),
        (ENGLISH, "Shops, cafés and the market need the cars"),
        (ENGLISH, "The council has known the tax and should cut it"),
        (ENGLISH, "Both the tax is unfair and the council is slow"),
        (ENGLISH, "Shops close because of the tax on them"),
        (ENGLISH, "The tax was cut not because it is unfair"),
        (ENGLISH, "The tax was made so that the rich would pay"),
        (ENGLISH, "The tax has so far brought in nothing"),
        (ENGLISH, "Therefore the council should cut the tax"),
        (ENGLISH, "If the tax is unfair and the council is slow, shops close"),
        (ENGLISH, "The council says that the tax is fair and the shops are rich"),
        (ENGLISH, "Yes; the council should cut the tax"),
        (ENGLISH, "The council should cut the tax!"),
        (GERMAN, "Läden, Cafés und der Markt brauchen die Autos"),
        (GERMAN, "Am 3. Oktober schließen die Läden z. B. am Markt"),
        (GERMAN, "Wegen der Steuer schließen die Läden"),
    ],
)
def test_one_statement_is_left_alone(lists, text):
    assert find_join(text, lists) is None


@given(
    words=st.lists(st.sampled_from(("is", "and", "because", "so", ",", ";", ".", "The", "tax", "that", "so", "\n\n")))
)
def test_a_quick_look_misses_no_join(words):
    text = " ".join(words).replace(" ,", ",").replace(" .", ".")
    assert find_join(text, ENGLISH) is None or may_join(text, find_words(text), ENGLISH)


@pytest.mark.parametrize(
    ("lists", "text", "parts"),
    [
        (ENGLISH, "The tunnel led to the closing", (["the", "tunnel"], ["the", "closing"])),
        (ENGLISH, "The closing was caused by the tunnel", (["the", "tunnel"], ["the", "closing"])),
        (ENGLISH, "Shops close because of it", (["it"], ["shops", "close"])),
        (ENGLISH, "The tunnel did not cause the closing", None),
        (ENGLISH, "The shops are closed", None),
        (ENGLISH, "Because of it", None),
        (GERMAN, "Der Tunnel führte zur Schließung", (["der", "tunnel"], ["schliessung"])),
        (GERMAN, "Läden schließen wegen des Tunnels", (["des", "tunnels"], ["läden", "schliessen"])),
    ],
)
def test_cause_and_effect_are_told_by_the_words_between_them(lists, text, parts):
    assert split_cause(text, lists) == (CauseAndEffect(*parts) if parts else None)


def brute_force(sets: list[frozenset[str]], least: Fraction) -> set[tuple[int, ...]]:
    groups = {number: {number} for number in range(len(sets))}
    for one, other in combinations(range(len(sets)), 2):
        if sets[one] and sets[other]:
            shared, together = sets[one] & sets[other], sets[one] | sets[other]
            if Fraction(len(shared), len(together)) >= least and groups[one] is not groups[other]:
                groups[one] |= groups[other]
                groups.update(dict.fromkeys(groups[other], groups[one]))
    return {tuple(sorted(group)) for group in groups.values() if len(group) > 1}


@given(
    sets=st.lists(st.frozensets(st.sampled_from("abcdefgh")), max_size=12),
    least=st.sampled_from((Fraction(1, 5), Fraction(1, 2), Fraction(2, 3), Fraction(4, 5), Fraction(1))),
)
def test_similar_sets_are_those_that_a_comparison_of_each_with_each_finds(sets, least):
    found = find_similar(sets, least)
    assert set(found.groups) == brute_force(sets, least)
    assert list(found.groups) == sorted(found.groups)
    assert found.is_whole


def test_a_member_of_very_many_sets_is_told_and_does_not_make_it_quadratic():
    sets = [frozenset(("a", "b", "c", f"{number:05}")) for number in range(3_000)]
    found = find_similar(sets, Fraction(3, 5), most=5)
    assert not found.is_whole
    assert find_similar(sets[:100], Fraction(3, 5)).groups == (tuple(range(100)),)


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "." * 300_000, "a." * 150_000, "'\"" * 150_000, "\n " * 150_000, "1.1," * 75_000, "and " * 75_000]
    + [f"{words} " * 30_000 for words in ("because", "so, is", "it led to", "a; b", "is and", "not undeniable")],
)
def test_hostile_texts_are_read_in_linear_time(text):
    """Quadratic time would be minutes for each of these."""
    may_join(text, find_words(text), ENGLISH)
    find_join(text, ENGLISH)
    split_cause(text, ENGLISH)
    claim = Claim(id="a", text=text)
    check(ArgumentMap(claims=[claim]), select=["TXT"])
