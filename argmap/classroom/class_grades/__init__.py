"""The grades of a class: many files against one key, in any number of processes, and what the grades tell."""

from argmap.classroom.class_grades.analysis import Alike, ClassAnalysis, ErrorCount, ItemStatistics, analyse
from argmap.classroom.class_grades.items import Item, link_of
from argmap.classroom.class_grades.overrides import Override, OverridesError, assign_overrides, read_overrides
from argmap.classroom.class_grades.run import find_files, grade_class
from argmap.classroom.class_grades.table import grades_as_csv
from argmap.classroom.class_grades.task import Entry, ExerciseTask, GradedEntry, MapTask, Task, grade_entry

__all__ = [
    "Alike",
    "ClassAnalysis",
    "Entry",
    "ErrorCount",
    "ExerciseTask",
    "GradedEntry",
    "Item",
    "ItemStatistics",
    "MapTask",
    "Override",
    "OverridesError",
    "Task",
    "analyse",
    "assign_overrides",
    "find_files",
    "grade_class",
    "grade_entry",
    "grades_as_csv",
    "link_of",
    "read_overrides",
]
