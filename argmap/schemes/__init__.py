"""Argumentation schemes and their critical questions, as data."""

from argmap.schemes.catalogue import Origin, Schemes, UnknownSchemeError
from argmap.schemes.installed import all_schemes, built_in_schemes, find_scheme, with_files
from argmap.schemes.loader import SchemeError, load_schemes
from argmap.schemes.matching import Filling, fill_slots
from argmap.schemes.page import scheme_list, scheme_page, scheme_pages
from argmap.schemes.questions import Asked, ask
from argmap.schemes.scheme import Conclusion, CriticalQuestion, Scheme, SchemeSource, Slot, spelling_key

__all__ = [
    "Asked",
    "Conclusion",
    "CriticalQuestion",
    "Filling",
    "Origin",
    "Scheme",
    "SchemeError",
    "SchemeSource",
    "Schemes",
    "Slot",
    "UnknownSchemeError",
    "all_schemes",
    "ask",
    "built_in_schemes",
    "fill_slots",
    "find_scheme",
    "load_schemes",
    "scheme_list",
    "scheme_page",
    "scheme_pages",
    "spelling_key",
    "with_files",
]
