"""Plugins: what other installed packages add to argmap through entry points."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import Any, NamedTuple

from argmap.model.errors import ArgmapError


class Plugin(NamedTuple):
    """What one entry point gives.

    Attributes:
        name: the name of the entry point and the package that has it, for messages.
        value: the object that it names.
    """

    name: str
    value: Any


class PluginError(ArgmapError, RuntimeError):
    """An installed package adds something that argmap cannot use.

    Attributes:
        plugin: the name of the entry point and the package that has it.
    """

    def __init__(self, plugin: str, problem: str) -> None:
        self.plugin = plugin
        super().__init__(f"plugin {plugin}: {problem} (update the package, or uninstall it)")


def find_plugins(group: str) -> Iterator[Plugin]:
    """Yield what the entry points of a group name, in the order of their names.

    Raises:
        PluginError: one of them cannot be imported.
    """
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        package = point.dist.name if point.dist else "an unknown package"
        name = f"{point.name} of {package}"
        try:
            yield Plugin(name, point.load())
        except Exception as error:
            raise PluginError(name, f"{point.value} cannot be imported: {error}") from error
