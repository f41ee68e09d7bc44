"""The widget: the state that a notebook's page and Python share. Imported only when a map is to be viewed."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any, Unpack

import anywidget
import traitlets

from argmap.model import ArgumentMap, UnknownElementError
from argmap.model.nearest import find_nearest
from argmap.render.options import PictureOptions
from argmap.render.picture import mime_bundle, to_svg
from argmap.semantics import ReadingError, labels


def _asset(name: str) -> str:
    return files("argmap.render.notebook").joinpath(name).read_text(encoding="utf-8")


class _NotInMapError(UnknownElementError, traitlets.TraitError):
    """An id that the map does not have; as an error of traitlets it takes back what was set together with it."""


class _BothError(ReadingError, traitlets.TraitError):
    """An element that is both accepted and rejected; it takes back what was set together with it."""


class MapView(anywidget.AnyWidget):
    """A map in a notebook; what the reader chooses in it is known to Python, and the other way round.

    Attributes:
        selected: the id of the claim, inference or attack that is chosen; None if none is. Can be set.
        accept: ids that are supposed to be in, whatever speaks against them. Can be set.
        reject: ids that are supposed to be out, whatever speaks for them. Can be set.
        labels: in, out or undecided for each id, under what is supposed.
        changed: the ids whose labels differ from those of the map as it stands, in order.
        picture: the picture as SVG.
    """

    _esm = _asset("widget.js")
    _css = _asset("widget.css")
    picture = traitlets.Unicode().tag(sync=True)
    selected = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    accept = traitlets.List(traitlets.Unicode()).tag(sync=True)
    reject = traitlets.List(traitlets.Unicode()).tag(sync=True)
    labels = traitlets.Dict(value_trait=traitlets.Unicode(), key_trait=traitlets.Unicode()).tag(sync=True)
    changed = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, argument_map: ArgumentMap, **options: Unpack[PictureOptions]) -> None:
        self._map = argument_map
        self._options = options
        self._plain = labels(argument_map)
        super().__init__(picture=to_svg(argument_map, **options), labels=self._words())

    @property
    def map(self) -> ArgumentMap:
        """The map that is viewed."""
        return self._map

    def on_change(self, callback: Callable[[str | None], object]) -> None:
        """Call a function with the id of what is chosen, or None, whenever that changes."""
        self.observe(lambda change: callback(change["new"]), names="selected")

    def suppose(self, *, accept: list[str] | tuple[str, ...] = (), reject: list[str] | tuple[str, ...] = ()) -> None:
        """Suppose that some elements are in and others out; without any, take the map as it stands.

        Raises:
            UnknownElementError: the map has no element with one of the ids.
            ReadingError: an element is both accepted and rejected.
        """
        labels(self._map, accept=accept, reject=reject)  # before anything is changed
        with self.hold_trait_notifications():
            self.accept, self.reject = list(accept), list(reject)

    @traitlets.validate("selected")
    def _known(self, proposal: dict[str, Any]) -> str | None:
        selected: str | None = proposal["value"]
        if selected is not None and selected not in self._plain:
            raise self._unknown(selected)
        return selected

    @traitlets.validate("accept", "reject")
    def _possible(self, proposal: dict[str, Any]) -> list[str]:
        supposed: list[str] = proposal["value"]
        for element_id in supposed:
            if element_id not in self._plain:
                raise self._unknown(element_id)
        others = self.reject if proposal["trait"].name == "accept" else self.accept
        if both := tuple(sorted(set(supposed).intersection(others))):
            raise _BothError(both)
        return supposed

    def _unknown(self, element_id: str) -> _NotInMapError:
        return _NotInMapError(element_id, find_nearest(element_id, self._plain))

    @traitlets.observe("accept", "reject")
    def _relabel(self, _: object) -> None:
        self.labels = self._words()
        self.changed = [element for element, word in self.labels.items() if word != self._plain[element].label]

    def _words(self) -> dict[str, str]:
        found = labels(self._map, accept=self.accept, reject=self.reject)
        return {element: str(label.label) for element, label in found.items()}

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """Return the widget, and for pages that show none the picture and the outline."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        shown, metadata = bundle
        return {**shown, **mime_bundle(self._map, **self._options)}, metadata
