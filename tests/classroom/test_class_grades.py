"""A class: tables, overrides, items, errors, agreement, what looks alike, and the pages."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from classroom.some_class import draw_map, hand_in
from classroom.some_exercises import BRIDGE_MAP, SOME_SET

from argmap.classroom.agreement import class_alpha, krippendorff_alpha
from argmap.classroom.agreement.relations import NO_RELATION, relations
from argmap.classroom.class_grades import (
    Entry,
    ExerciseTask,
    MapTask,
    Override,
    OverridesError,
    analyse,
    assign_overrides,
    find_files,
    grade_class,
    grades_as_csv,
    read_overrides,
)
from argmap.classroom.class_grades.analysis import discrimination
from argmap.classroom.class_grades.items import Item
from argmap.classroom.class_report import StudentPages, class_page, page_name, student_page
from argmap.classroom.class_report.names import ItemNames
from argmap.formats import dumps
from argmap.graph.links import find_links
from argmap.model import Attack

MAPS = MapTask((BRIDGE_MAP,))
EXERCISES = ExerciseTask(SOME_SET)
NASTY = '<script>alert(1)</script>"&\u202e'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    hand_in(tmp_path, 6)
    return tmp_path


def entries_of(folder: Path, name: str) -> list[Entry]:
    return [Entry(file.relative_to(folder).as_posix(), file) for file in find_files([folder / name])]


def rows_of(task, graded) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(grades_as_csv(task, graded))))


def test_the_same_grades_in_any_order_and_on_any_number_of_processes(folder):
    entries = entries_of(folder, "maps") * 8
    alone = list(grade_class(MAPS, entries))
    assert list(grade_class(MAPS, entries, jobs=2)) == alone
    shuffled = list(entries)
    Random(1).shuffle(shuffled)
    by_name = {graded.name: graded for graded in grade_class(MAPS, shuffled)}
    assert [by_name[entry.name] for entry in entries] == alone


def test_one_bad_file_never_stops_the_rest(folder):
    maps = folder / "maps"
    (maps / "a-empty.yaml").write_text("")
    (maps / "b-broken.json").write_text("{")
    (maps / "c-image.png").write_bytes(b"\x89PNG\x00\xff")
    (maps / "d-huge.yaml").write_text(" " * 2_000_001)
    (maps / "e-gone.yaml").symlink_to(maps / "nowhere")
    rows = rows_of(MAPS, list(grade_class(MAPS, [*entries_of(folder, "maps"), Entry("gone", folder / "gone")])))
    refused = [row["file"] for row in rows if row["reason"]]
    assert refused == ["maps/a-empty.yaml", "maps/b-broken.json", "maps/c-image.png", "maps/d-huge.yaml", "gone"]
    assert all(row["score"] == "0" for row in rows if row["reason"])
    assert sum(float(row["score"]) > 0 for row in rows) == 6


def test_files_are_found_in_folders_but_for_hidden_ones_and_those_that_are_left_out(folder):
    (folder / "maps" / ".hidden.yaml").write_text("x")
    (folder / "maps" / "deep").mkdir()
    (folder / "maps" / "deep" / "one.yaml").write_text("x")
    left_out = folder / "maps" / "student-000.argmap.yaml"
    found = find_files([folder / "maps", folder / "maps" / "student-001.argmap.yaml"], leave_out=[left_out])
    names = [file.relative_to(folder / "maps").as_posix() for file in found]
    assert names == ["deep/one.yaml", *(f"student-{number:03}.argmap.yaml" for number in range(1, 6))]


def test_a_file_name_cannot_be_a_formula(folder):
    entries = [Entry("=HYPERLINK(1)", folder / "maps" / "student-000.argmap.yaml"), Entry("-1", folder / "nothing")]
    text = grades_as_csv(MAPS, list(grade_class(MAPS, entries)))
    assert all(not line.startswith(("=", "+", "-", "@")) for line in text.splitlines())


def test_the_table_of_exercises_has_a_column_for_each(folder):
    rows = rows_of(EXERCISES, list(grade_class(EXERCISES, entries_of(folder, "responses"))))
    assert list(rows[0]) == ["file", "score", *(e.id for e in SOME_SET), "review", "program", "reason"]
    assert {row["review"] for row in rows} <= {"", "yes"}


def test_a_teacher_overrides_by_name_or_path(folder):
    given = read_overrides(
        "file,score,remark\nstudent-001.argmap.yaml,1,Well argued\nmaps/student-002.argmap.yaml,0.5,\n"
    )
    entries = entries_of(folder, "maps")
    assigned = assign_overrides(given, [entry.name for entry in entries])
    graded = list(grade_class(MAPS, [Entry(e.name, e.path, assigned.get(e.name)) for e in entries]))
    rows = rows_of(MAPS, graded)
    assert [rows[1]["score"], rows[2]["score"], rows[0]["program"]] == ["1", "0.5", ""]
    alone = list(grade_class(MAPS, entries))
    assert [float(row["program"] or -1) for row in rows[1:3]] == [
        pytest.approx(graded.grade.score, abs=1e-4) for graded in alone[1:3]
    ]
    assert graded[1].grade.lines[0] == "Well argued"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,score\n", "expected a first line"),
        ("file,score\na,2\n", "found the score 2"),
        ("file,score\na,\n", "found the score nothing"),
        ("file,score\na,nan\n", "found the score nan"),
        ("file,score\na,1\na,0\n", "stands there twice"),
    ],
)
def test_overrides_that_cannot_be_used_are_refused(text, message):
    with pytest.raises(OverridesError, match=message):
        read_overrides(text)


@pytest.mark.parametrize("name", ["c.yaml", "b.yaml"])
def test_an_override_of_no_file_or_of_several_is_refused(name):
    with pytest.raises(OverridesError, match=name):
        assign_overrides({name: Override(1)}, ["a.yaml", "x/b.yaml", "y/b.yaml"])


def test_items_are_as_hard_as_they_are_often_missed(folder):
    graded = list(grade_class(MAPS, entries_of(folder, "maps")))
    found = {item.item.ids: item for item in analyse(MAPS, graded).items if item.item.kind == "link"}
    assert set(found) == {tuple(link) for link in find_links(BRIDGE_MAP).links}
    for ids, item in found.items():
        have = [tuple(link) for seed in range(6) for link in find_links(draw_map(seed)).links]
        assert item.mean == pytest.approx(have.count(ids) / 6)


def test_discrimination_is_the_correlation_with_the_rest():
    assert discrimination([0, 0, 1, 1], [0.1, 0.3, 0.5, 0.7]) == pytest.approx(0.8944, abs=1e-4)
    assert discrimination([1, 1], [0, 1]) is None
    assert discrimination([1], [1]) is None


def test_the_alpha_of_a_class_is_that_of_its_annotators_unit_by_unit():
    maps = [draw_map(seed) for seed in range(5)]
    maps[0] = maps[0].model_copy(update={"claims": maps[0].claims[1:]})
    linked = [find_links(argument_map) for argument_map in maps]
    claims = sorted(claim.id for claim in BRIDGE_MAP.claims)
    units = [(one, other) for one in claims for other in claims if one != other]
    rows = [
        [relations(one, one.claims).get(unit, NO_RELATION) if set(unit) <= one.claims else None for unit in units]
        for one in linked
    ]
    assert class_alpha(linked, claims) == pytest.approx(krippendorff_alpha(rows))


def test_the_same_file_and_files_with_the_same_errors_are_hinted_at(tmp_path):
    wrong = BRIDGE_MAP.model_copy(
        update={
            "inferences": tuple(
                step.model_copy(update={"premises": ("close",), "conclusion": "buses"})
                for step in BRIDGE_MAP.inferences
            ),
            "attacks": (),
        }
    )
    texts = {"a": dumps(wrong), "b": dumps(wrong), "c": dumps(wrong.model_copy(update={"title": "Mine"}))}
    texts["d"] = texts["e"] = dumps(BRIDGE_MAP)
    for name, text in texts.items():
        (tmp_path / f"{name}.argmap.yaml").write_text(text)
    graded = list(grade_class(MAPS, [Entry(name, tmp_path / f"{name}.argmap.yaml") for name in texts]))
    found = [(alike.names, alike.is_same) for alike in analyse(MAPS, graded).alike]
    assert found == [(("a", "b"), True), (("a", "c"), False)]


def test_a_class_that_handed_in_nothing_readable_has_a_page(tmp_path):
    (tmp_path / "a.yaml").write_text("")
    graded = list(grade_class(MAPS, [Entry("a.yaml", tmp_path / "a.yaml")]))
    assert "the file is empty" in class_page(MAPS, graded)


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.levels: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.links += [value for name, value in attrs if name == "href" and tag == "a"]
        if tag in {"h1", "h2", "h3"}:
            self.levels.append(int(tag[1]))


@pytest.mark.parametrize(("task", "name"), [(MAPS, "maps"), (EXERCISES, "responses")])
def test_the_teachers_page_leads_to_a_page_for_each_response(folder, task, name):
    entries = entries_of(folder, name)
    graded = list(grade_class(task, entries, finish=StudentPages(folder, len(entries), pictures=False)))
    page = Tags(class_page(task, graded))
    assert set(page.links) == {page_name(number, len(entries), entry.name) for number, entry in enumerate(entries, 1)}
    assert all((folder / link).is_file() for link in page.links)
    assert not page.names & {"script", "form", "iframe", "object"}
    assert page.levels[0] == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(page.levels))


def test_links_are_named_by_what_they_speak_for_or_against():
    about_step = Attack(id="doubt", premises=("shops",), target="because")
    reference = BRIDGE_MAP.model_copy(update={"attacks": (*BRIDGE_MAP.attacks, about_step)})
    names = ItemNames(MapTask((reference,)))
    links = sorted(find_links(reference).links)
    assert [names.name(Item("link", 0, tuple(link))).replace('"', "") for link in links] == [
        "The shops can be reached by bus is a reply to the objection The shops need customers who come by car",
        "Two in three cars only pass through is a reason for The bridge should be closed to cars",
        "A street without through traffic is quieter is a reason for The bridge should be closed to cars",
        (
            "The shops need customers who come by car is an objection to the step from "
            "Two in three cars only pass through and "
            "A street without through traffic is quieter to The bridge should be closed to cars"
        ),
        "The shops need customers who come by car is an objection to The bridge should be closed to cars",
    ]


def test_the_page_of_a_student_shows_the_map_beside_the_model(folder):
    entries = entries_of(folder, "maps")[:1]
    list(grade_class(MAPS, entries, finish=StudentPages(folder, 1)))
    text = (folder / page_name(1, 1, entries[0].name)).read_text()
    assert 'src="data:image/svg+xml;base64,' in text
    assert "script-src" in text
    assert "img-src data:" in text


def test_nothing_that_is_handed_in_becomes_markup(tmp_path):
    claims = tuple(
        claim.model_copy(update={"id": f"x{n}", "text": NASTY * 3}) for n, claim in enumerate(BRIDGE_MAP.claims)
    )
    nasty = BRIDGE_MAP.model_copy(update={"claims": claims, "title": NASTY})
    (tmp_path / "a.yaml").write_text(dumps(nasty))
    graded = list(grade_class(MAPS, [Entry(NASTY, tmp_path / "a.yaml")]))
    for text in (student_page(MAPS, graded[0]), class_page(MAPS, graded)):
        assert "script" not in Tags(text).names
        assert "\u202e" not in text
