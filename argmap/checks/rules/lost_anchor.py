"""SRC004: an anchor not found in the text, or found more than once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from argmap.checks.rule import Context, Example, Rule
from argmap.checks.words import name_missing_texts
from argmap.model import Finding

_LETTER = """\
The bridge should be closed to cars. Two cars out of three only pass through.

The shops will say that they need the cars. They do not.
"""


@dataclass(frozen=True, slots=True)
class LostAnchor(Rule):
    """An anchor names no passage of the text, several, or one in another paragraph."""

    code: ClassVar = "SRC004"
    name: ClassVar = "lost-anchor"
    profiles: ClassVar = ("default", "strict")
    why: ClassVar = (
        "An anchor lets a reader hold the map against the text. One that is not found shows nothing, and one that is "
        "found twice may show another passage than the one that was read. Words are compared as browsers compare "
        "them: whole words, upper and lower case alike, any white space alike."
    )
    source: ClassVar = "WICG, URL Fragment Text Directives (https://wicg.github.io/scroll-to-text-fragment/)"
    bad: ClassVar = (
        Example(
            "words that the text does not have",
            """\
argmap: 1
article: letter
main: close
sources:
  letter: {title: A letter to the paper}
claims:
  close: {text: The bridge should be closed to cars, kind: policy, at: 1 "should be shut"}
""",
            finds=("close",),
            says='anchor "should be shut" of claim [close] in [letter]: not found',
            article=_LETTER,
        ),
        Example(
            "words that the text has twice",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper}
claims:
  shops: {text: The shops need the cars, at: '2 "cars"'}
""",
            finds=("shops",),
            says='anchor "cars" of claim [shops] in [letter]: found 3 times: paragraphs 1 and 2',
            article=_LETTER,
        ),
        Example(
            "another paragraph",
            """\
argmap: 1
article: letter
sources:
  letter: {title: A letter to the paper}
claims:
  close: {text: The bridge should be closed to cars, kind: policy, at: 2 "should be closed"}
""",
            finds=("close",),
            says='anchor "should be closed" of claim [close] in [letter]: found in paragraph 1, not 2',
            article=_LETTER,
        ),
    )
    good: ClassVar = (
        Example(
            "upper and lower case, and a longer passage",
            """\
argmap: 1
article: letter
main: close
sources:
  letter: {title: A letter to the paper}
claims:
  close: {text: The bridge should be closed to cars, kind: policy, at: 1 "the bridge" ... "closed to cars"}
  shops: {text: The shops need the cars, at: 2}
""",
            article=_LETTER,
        ),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        if not context.texts:
            return
        for use in context.graph.anchors:
            passages = context.passages.get(use.source)
            problem = passages.find_problem(use.anchor) if passages else ""
            if problem:
                words = " ... ".join(f'"{part}"' for part in (use.anchor.start, use.anchor.end) if part)
                named = f"anchor {words or use.anchor.paragraph} of {use.noun} [{use.element.id}]"
                where = f" in [{use.source}]" if use.source else ""
                fix = _FIXES[problem.startswith("found ") + problem.startswith("found in")]
                yield self.finding(context, use.element.id, f"{named}{where}: {problem}", fix=fix, path=use.path)

    def obstacle(self, context: Context) -> str:
        """Name the sources that anchors point into and whose text was not given."""
        return name_missing_texts(context.texts, context.graph.anchors)


_FIXES = (
    "quote the first and the last few words as the text has them",
    "quote more words, or add a prefix or a suffix",
    "correct the paragraph",
)
