"""The catalogue: schemes by every name that they have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from argmap.model import ArgmapError
from argmap.model.nearest import NearestWords
from argmap.schemes.loader import SchemeError
from argmap.schemes.scheme import Scheme, spelling_key


class Origin(NamedTuple):
    """A scheme and where it comes from.

    Attributes:
        file: the file, for messages.
        scheme: the scheme.
    """

    file: str
    scheme: Scheme


class UnknownSchemeError(ArgmapError, KeyError):
    """A name is that of no scheme.

    Attributes:
        name: what was asked for.
        nearest: the id of the scheme with the most similar name; None if none is similar.
    """

    def __init__(self, name: str, nearest: str | None = None) -> None:
        self.name = name
        self.nearest = nearest
        hint = f"did you mean {nearest}?" if nearest else "expected a name that `argmap schemes` lists"
        self.message = f"no scheme {name!r}, {hint}"
        super().__init__(self.message)

    def __str__(self) -> str:  # KeyError would show the message in quotation marks
        return self.message


class Schemes:
    """Schemes, sorted by id, that are found by id, name, name in AIF and alias, however these are spelt.

    Upper and lower case, spaces, hyphens and a leading "argument from" make no difference.

    Examples:
        >>> from argmap.schemes import all_schemes
        >>> all_schemes().find("Argument from Expert Opinion").id
        'expert-opinion'
    """

    def __init__(self, origins: Iterable[Origin]) -> None:
        """Make a catalogue.

        Raises:
            SchemeError: two schemes have a name in common; it names both, and where they come from.
        """
        origins = tuple(origins)
        self._origins = tuple(sorted(origins, key=lambda origin: origin.scheme.id))
        self._by_key: dict[str, Origin] = {}
        for origin in origins:
            for name in origin.scheme.names:
                known = self._by_key.setdefault(spelling_key(name), origin)
                if known is not origin:
                    raise SchemeError(origin.file, _clash(origin, known, name))

    def __iter__(self) -> Iterator[Scheme]:
        return (origin.scheme for origin in self._origins)

    def __len__(self) -> int:
        return len(self._origins)

    def find(self, name: str) -> Scheme | None:
        """Return the scheme with the name; None if there is none."""
        origin = self._by_key.get(spelling_key(name))
        return origin.scheme if origin else None

    def find_nearest(self, name: str) -> Scheme | None:
        """Return the scheme with the name most similar to a misspelt one; None if none is similar."""
        nearest = self._nearest.find(spelling_key(name))
        return self._by_key[nearest].scheme if nearest else None

    def get(self, name: str) -> Scheme:
        """Return the scheme with the name.

        Raises:
            UnknownSchemeError: there is none; it has the nearest.
        """
        scheme = self.find(name)
        if scheme is None:
            nearest = self.find_nearest(name)
            raise UnknownSchemeError(name, nearest.id if nearest else None)
        return scheme

    def add(self, origins: Iterable[Origin]) -> Schemes:
        """Return a catalogue that has more schemes.

        Raises:
            SchemeError: one of them has a name that another scheme has.
        """
        return Schemes((*self._origins, *origins))

    @cached_property
    def _nearest(self) -> NearestWords:
        return NearestWords(self._by_key)


def _clash(new: Origin, known: Origin, name: str) -> str:
    which = "" if name == new.scheme.id else f" of scheme {new.scheme.id}"
    return (
        f"the name {name!r}{which} is that of the scheme {known.scheme.id} in {known.file}, "
        "expected a name that no other scheme has"
    )
