"""Make the lesson on the Kaliningrad article: `python examples/lesson/make_lesson.py` writes all files of this folder.

Everything comes from the map, examples/kaliningrad.argmap.yaml, and from the words in plan.template.md. The files are
the same whenever they are made.
"""

from __future__ import annotations

import sys
from pathlib import Path
from string import Template

import argmap as am
from argmap.classroom.class_grades import Entry, GradedEntry, MapTask, grade_entry
from argmap.classroom.class_report import StudentPages, page_name
from argmap.classroom.grading import MapGrade

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from students_map import PLANTED, make_model, make_students_map  # noqa: E402 - a script finds its neighbour first here

TITLE = "Is NATO's conduct behind Russia's build-up in Kaliningrad?"

LESSON = {
    # easy: the parts of an argument
    "roles": "role-931e2f3348b0",
    "conclusion": "conclusion-provocation",
    "attach": "attach-262a5e8c1b6a",
    # medium: how the parts hang together, and where they do not
    "linked": "linked-722d99ca7a61",
    "fill": "fill-both-faulted",
    "gap": "gap-82e2bf73c279",
    "bridge": "bridge-who-moves-first",
    "objection": "attack-goodwill",
    "question": "question-kremlin-has-a-point",
    "order": "order-threatening",
    "error": "error-two-faced",
    # hard: all of it at once
    "undercut": "attack-spoiled",
    "write": "write-russia-answers",
    "build": "build-bulk-of-blame",
    "falls": "falls-dwarfed",
}
"""The exercises of the lesson, in order. Each was read with a teacher's eye, and is fair without the map at hand. What
one asks for no other shows, but for the last: its picture is the answer to the last but one."""

SEEDS = {"linked": 34, "bridge": 24}
"""The seeds of exercises that are not drawn with 0, as that draw shows the premises that later exercises ask for."""

PICTURE = "bulk-of-blame"
"""The claim whose argument the class builds and then sees."""

GAPS = ("SUP001", "SRC001", "SRC003", "ATK003", "TXT001")
"""The rules whose findings a class can name: asserted, without source, by those who gain, poorly answered, too sure."""

LEVELS = (0.3, 0.6, 0.9)
"""A share from each of these on earns one point more in the rubric."""


def main(folder: Path = HERE) -> None:
    """Write all files of the lesson into the folder."""
    article_map = am.load(HERE.parent / "kaliningrad.argmap.yaml")
    lesson = choose_exercises(article_map)
    write(folder / "exercises.json", am.exercises_as_json(lesson))
    write(folder / "exercises.html", am.exercise_page(lesson))
    write(folder / "exercises.ipynb", am.to_notebook(lesson))
    write(folder / "moodle.xml", am.to_moodle(lesson))
    write(folder / "worksheet.pdf", am.to_worksheet(lesson))
    write(folder / "key.pdf", am.to_worksheet(lesson, key=True))
    write(folder / "picture.svg", am.to_svg(article_map, focus=PICTURE))

    model = make_model(article_map)
    am.save(model, folder / "model.argmap.yaml")
    am.save(make_students_map(model), folder / "student.argmap.yaml")
    graded = write_feedback(folder, model)
    write(folder / "rubric.md", rubric(article_map, model, graded))
    write(folder / "plan.md", plan(article_map, lesson, graded))


def choose_exercises(article_map: am.ArgumentMap) -> am.ExerciseSet:
    """Return the exercises of the lesson, in its order."""
    drawn = {seed: am.exercises(article_map, seed=seed) for seed in {0, *SEEDS.values()}}
    made = {seed: {exercise.id: exercise for exercise in found} for seed, found in drawn.items()}
    chosen = (made[SEEDS.get(name, 0)][exercise_id] for name, exercise_id in LESSON.items())
    reviewed = tuple(exercise.model_copy(update={"needs_review": False}) for exercise in chosen)
    return am.ExerciseSet(TITLE, article_map.language, reviewed)


def write_feedback(folder: Path, model: am.ArgumentMap) -> GradedEntry:
    """Grade the student's file as `argmap grade --html` does, and write the page that the student gets."""
    file = "student.argmap.yaml"
    task = MapTask((model,))
    graded, students_map = grade_entry(task, Entry(file, folder / file))
    StudentPages(folder, 1)(task, 1, graded, students_map)
    (folder / page_name(1, 1, file)).replace(folder / "feedback.html")
    if students_map is not None:
        am.compare(model, students_map, folder / "feedback.svg")
    return graded


def rubric(article_map: am.ArgumentMap, model: am.ArgumentMap, graded: GradedEntry) -> str:
    """Return the teacher's sheet: the rubric, filled as far as a program can, the mistakes, and the gaps to name."""
    grade = graded.grade
    assert isinstance(grade, MapGrade)
    shares = {"claims": grade.claims.recall, "structure": grade.links.f1, "grouping": grade.grouping.f1}
    return Template((HERE / "rubric.template.md").read_text(encoding="utf-8")).substitute(
        {name: f"{share:.0%}" for name, share in shares.items()},
        **{f"{name}_points": points(share) for name, share in shares.items()},
        claims_found=f"{grade.claims.shared} of {grade.claims.reference}",
        score=f"{grade.score:.0%}",
        planted=str(len(PLANTED)),
        mistakes="\n".join(mistake_row(number, *row) for number, row in enumerate(told_mistakes(model), 1)),
        gaps="\n".join(f"- {line}" for line in gaps(article_map, model)),
    )


def points(share: float) -> str:
    """Return the points, 0 to 3, that a share earns in the rubric."""
    return str(sum(share >= level for level in LEVELS))


def told_mistakes(model: am.ArgumentMap) -> list[tuple[str, str, str]]:
    """Return for each planted mistake its name, what argmap says of it, and what helps."""
    said = [mistake.line for mistake in am.grade_map(make_students_map(model), model).mistakes]
    return [(p.name, next(line for line in said if p.told in line), p.help) for p in PLANTED]


def mistake_row(number: int, *cells: str) -> str:
    return f"| {number} | {' | '.join(cells)} |"


def gaps(article_map: am.ArgumentMap, model: am.ArgumentMap) -> list[str]:
    """Return what the article leaves open in the part that the homework is about, in the words of the checks."""
    texts = {claim.id: claim.text for claim in model.claims}
    texts |= {attack.id: texts[attack.premises[0]] for attack in model.attacks}
    found = am.check(article_map, profile="classroom", select=GAPS)
    return [f.message.replace(f"[{f.element}]", f'"{texts[f.element]}"') for f in found if f.element in texts]


def plan(article_map: am.ArgumentMap, lesson: am.ExerciseSet, graded: GradedEntry) -> str:
    """Return the plan, with the numbers of the exercises and what is said of the article filled in."""
    (article,) = (source for source in article_map.sources if source.id == article_map.article)
    return Template((HERE / "plan.template.md").read_text(encoding="utf-8")).substitute(
        {name: str(number) for number, name in enumerate(LESSON, 1)},
        author=article.author,
        publisher=article.publisher,
        url=article.url,
        count=str(len(lesson)),
        points=f"{sum(exercise.points for exercise in lesson):g}",
        score=f"{graded.grade.score:.0%}",
        planted=str(len(PLANTED)),
    )


def write(path: Path, content: str | bytes) -> None:
    """Write a file with the same bytes on every system."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


if __name__ == "__main__":
    main()
    print(f"wrote the lesson into {HERE}")
