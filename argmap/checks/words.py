"""Words that the messages of several rules share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from argmap.graph import AnchorUse
from argmap.model.nearest import NearestWords

if TYPE_CHECKING:
    from argmap.checks.rule import Context

MOST_EVIDENCE = 50
"""A finding names at most this many ids as its evidence."""


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Return the words as a list in a sentence.

    Examples:
        >>> join_words(["a", "b", "c"])
        'a, b and c'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def name_ids(ids: Sequence[str], most: int = 4, *, open_ended: bool = False) -> str:
    """Return the ids in brackets, at most some of them, and how many more there are.

    Args:
        ids: the ids to name.
        most: how many to name before the rest is only counted, 1 or more.
        open_ended: True if there are more than those that are handed over.

    Examples:
        >>> name_ids(["a", "b"])
        '[a] and [b]'
        >>> name_ids(["a", "b", "c", "d"], most=2)
        '[a], [b] and 2 more'
    """
    named = [f"[{element_id}]" for element_id in ids[:most]]
    left = len(ids) - len(named)
    if open_ended:
        named.append(f"more than {left} more" if left else "more")
    elif left:
        named.append(f"{left} more")
    return join_words(named)


def quote_words(words: Sequence[str], most: int = 4) -> str:
    """Return the words in quotation marks, at most some of them, and how many more there are.

    Examples:
        >>> quote_words(["mortal", "human", "wise"], most=2)
        '"mortal", "human" and 1 more'
    """
    quoted = [f'"{word}"' for word in words[:most]]
    if len(words) > most:
        quoted.append(f"{len(words) - most} more")
    return join_words(quoted)


def name_no_source(context: Context, claim_id: str) -> str:
    """Return "no source" for a claim that has none, in other words where the only one is the article itself."""
    article = context.argument_map.article
    is_circular = article is not None and article in context.graph.claims[claim_id].cites
    return "no source but the article itself" if is_circular else "no source"


def name_missing_texts(texts: Collection[str], anchors: Iterable[AnchorUse]) -> str:
    """Return "no text of [...] for 2 anchors" for the sources that anchors point into and that have none; "" if all do.

    Args:
        texts: the ids of the sources whose text is there.
        anchors: the anchors.
    """
    missing = Counter(use.source for use in anchors if use.source not in texts)
    if not missing:
        return ""
    named = [f"[{source_id}]" if source_id else "the article" for source_id in sorted(missing)]
    number = missing.total()
    return f"no text of {join_words(named)} for {number} anchor{'s' if number > 1 else ''}"


def tell_unseen(main_ids: Sequence[str]) -> str:
    """Return that it would take too long to find all on which these main claims hang; "" if there are none."""
    if not main_ids:
        return ""
    return (
        f"it would take too long to find all on which {name_ids(main_ids)} {'hangs' if len(main_ids) < 2 else 'hang'}"
    )


_MOST_HINTS = 100


class Nearest:
    """The nearest ids to misspelt ones, for maps of any size.

    To compare words takes time, so a map with many different misspelt ids gets no hints at all: a hint for the first
    few only would depend on the order of the file.
    """

    def __init__(self, misspelt: Iterable[str]) -> None:
        self._is_quick = len(set(misspelt)) <= _MOST_HINTS
        self._words: dict[frozenset[str], NearestWords] = {}

    def find(self, word: str, find_ids: Callable[[frozenset[str]], Iterable[str]], types: frozenset[str]) -> str | None:
        """Return the nearest id among those of some types; None if there is none.

        Args:
            word: the misspelt id.
            find_ids: gives the ids of all elements of some types.
            types: the types that the element may have.
        """
        if not self._is_quick:
            return None
        if types not in self._words:
            self._words[types] = NearestWords(find_ids(types))
        return self._words[types].find(word)
