"""Anchors: where in the article a claim or an inference is stated."""

from __future__ import annotations

from typing import Annotated, Self
from urllib.parse import quote, urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

from argmap.model.ids import Id


class Anchor(BaseModel):
    """A passage of a source, named by its first and last few words.

    The words make a text fragment (https://wicg.github.io/scroll-to-text-fragment/), so that a link opens the
    source at the passage. An anchor that only has a paragraph names the whole paragraph.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Id | None = Field(None, description="The source; the map's article if it is left out.")
    paragraph: Annotated[int, Field(strict=True, ge=1)] | None = Field(None, description="Paragraph, counted from 1.")
    start: str = Field("", description="The first few words of the passage, or all of it.")
    end: str = Field("", description="The last few words of the passage.")
    prefix: str = Field("", description="Words just before the passage, if the start alone is found twice.")
    suffix: str = Field("", description="Words just after the passage, if the end alone is found twice.")

    @model_validator(mode="after")
    def _names_a_passage(self) -> Self:
        if not self.start and self.paragraph is None:
            raise ValueError("expected an anchor with start words or a paragraph")
        if not self.start and (self.end or self.prefix or self.suffix):
            raise ValueError("expected start words beside end, prefix or suffix")
        return self

    @property
    def fragment(self) -> str:
        """The text directive without `#:~:`, for example `text=first%20words,last%20words`; "" without start."""
        if not self.start:
            return ""
        parts = [_encode(self.prefix) + "-"] if self.prefix else []
        parts.append(_encode(self.start))
        if self.end:
            parts.append(_encode(self.end))
        if self.suffix:
            parts.append("-" + _encode(self.suffix))
        return "text=" + ",".join(parts)

    def link(self, url: str) -> str | None:
        """Return the deep link into the page at `url`; None if that is not an http or https address."""
        if not is_web_address(url):
            return None
        if not self.fragment:
            return url
        return f"{url}{':~:' if '#' in url else '#:~:'}{self.fragment}"


def is_web_address(url: str) -> bool:
    """Tell whether the text is an http or https address, the only kind that argmap makes links of."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and url.isprintable() and " " not in url


def _encode(words: str) -> str:
    # A dash is part of the syntax of a text directive, and quote() leaves it as it is.
    return quote(words, safe="").replace("-", "%2D")
