"""The view of a map in a notebook: what the page and Python share."""

from __future__ import annotations

import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

import argmap as am
from argmap.model import ArgumentMap, Draft, UnknownElementError
from argmap.render.notebook.widget import MapView
from argmap.semantics import ReadingError

WIDGET = "application/vnd.jupyter.widget-view+json"


def bridge() -> ArgumentMap:
    draft = Draft(title="Should the bridge be closed?")
    close = draft.claim("Close the bridge", id="close", kind="policy", main=True)
    draft.support(close, draft.claim("Most cars pass through", id="cars", given="common"), id="because")
    shops = draft.claim("Shops would lose customers", id="shops", given="common")
    walk = draft.claim("Most customers walk", id="walk", given="common")
    draft.attack(close, shops, id="but")
    draft.attack(shops, walk, id="however")
    return draft.build()


@pytest.fixture
def view() -> MapView:
    return bridge().view()


def test_the_picture_is_that_of_to_svg_with_its_gaps_and_options() -> None:
    gap = bridge().model_copy(update={"attacks": ()})
    assert gap.view(focus="close", depth=0).picture == gap.to_svg(focus="close", depth=0)
    assert am.view(gap).picture == am.to_svg(gap)


def test_nothing_is_chosen_or_supposed_at_first(view: MapView) -> None:
    assert (view.selected, view.accept, view.reject, view.changed) == (None, [], [], [])
    assert view.labels == {element: str(found.label) for element, found in bridge().labels().items()}


def test_who_listens_hears_what_is_chosen_and_that_nothing_is(view: MapView) -> None:
    heard: list[str | None] = []
    view.on_change(heard.append)
    view.selected = "cars"
    view.selected = "but"
    view.selected = "but"
    view.selected = None
    assert heard == ["cars", "but", None]


def test_what_the_page_sends_arrives_and_what_python_sets_is_sent(view: MapView) -> None:
    sent: list[dict[str, object]] = []
    view.send_state = lambda key=None: sent.append(view.get_state(key))
    view.set_state({"selected": "cars", "reject": ["walk"]})
    assert (view.selected, view.reject, view.labels["close"]) == ("cars", ["walk"], "out")
    view.selected = "shops"
    assert {"selected": "shops"} in sent


def test_only_what_the_map_has_can_be_chosen(view: MapView) -> None:
    view.selected = "cars"
    with pytest.raises(UnknownElementError, match=r"no element \[crs\] in the map; did you mean \[cars\]\?"):
        view.selected = "crs"
    assert view.selected == "cars"


def test_suppositions_change_the_labels_and_tell_what_changed(view: MapView) -> None:
    view.suppose(reject=["walk"])
    supposed = bridge().labels(reject=["walk"])
    assert view.labels == {element: str(found.label) for element, found in supposed.items()}
    assert set(view.changed) == set(bridge().labels().compare(supposed))
    assert {"close", "shops", "walk"} <= set(view.changed)
    view.suppose()
    assert (view.accept, view.reject, view.changed) == ([], [], [])


@pytest.mark.parametrize("ids", [{"accept": ["nothing"]}, {"accept": ["cars"], "reject": ["cars"]}])
def test_what_cannot_be_supposed_changes_nothing(view: MapView, ids: dict[str, list[str]]) -> None:
    with pytest.raises(am.ArgmapError):
        view.suppose(**ids)
    assert (view.accept, view.reject) == ([], [])


def test_what_cannot_be_set_is_taken_back_whoever_sets_it(view: MapView) -> None:
    view.reject = ["shops"]
    with pytest.raises(UnknownElementError, match="did you mean"):
        view.accept = ["carz"]
    with pytest.raises(ReadingError):
        view.accept = ["cars", "shops"]
    for sent in ({"selected": "odd"}, {"reject": ["odd"]}, {"accept": ["walk"], "reject": ["walk"]}):
        with pytest.raises((UnknownElementError, ReadingError)):
            view.set_state(sent)
    assert (view.selected, view.accept, view.reject, view.labels["shops"]) == (None, [], ["shops"], "out")
    view.set_state({"accept": ["shops"], "reject": []})
    assert (view.accept, view.reject, view.labels["shops"]) == (["shops"], [], "in")


def test_where_no_widget_is_shown_there_are_picture_and_outline(view: MapView) -> None:
    data, _ = view._repr_mimebundle_()
    assert set(data) == {WIDGET, "image/svg+xml", "text/plain"}
    assert data[WIDGET]["model_id"] == view.model_id
    assert ET.fromstring(data["image/svg+xml"]).tag == "{http://www.w3.org/2000/svg}svg"
    assert data["text/plain"] == bridge().outline()


def test_without_the_library_it_is_said_how_to_get_it() -> None:
    code = (
        "import sys; sys.modules['anywidget'] = None\n"
        "import argmap as am\n"
        "try:\n    am.loads('{argmap: 1}').view()\n"
        "except am.MissingLibraryError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (done.stdout, done.stderr) == (
        "the view in a notebook needs the library anywidget (pip install 'argmap[notebook]')\n",
        "",
    )
