"""Pages about the grades of a class: one for the teacher, one for each student."""

from argmap.classroom.class_report.class_page import class_page, write_class_page
from argmap.classroom.class_report.student_page import StudentPages, page_name, student_page

__all__ = ["StudentPages", "class_page", "page_name", "student_page", "write_class_page"]
