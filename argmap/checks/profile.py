"""Profiles: which rules run by default, and in which words they speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """A way of checking; each rule says which profiles it is part of.

    Attributes:
        name: the name, as in `--profile`.
        about: what it is for, in one sentence.
        plain: True if messages are in plain words.
    """

    name: str
    about: str
    plain: bool = False


PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("default", "Every rule whose findings most authors want to see."),
        Profile("classroom", "Fewer rules, in plainer words, for maps that students make.", plain=True),
        Profile("strict", "Every rule, for an argument that is to be complete."),
    )
}
