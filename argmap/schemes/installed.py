"""The schemes that come with argmap, and those of installed plugins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from types import ModuleType

from argmap.model import Plugin, PluginError, find_plugins
from argmap.schemes.catalogue import Origin, Schemes
from argmap.schemes.loader import SchemeError, load_schemes, read_schemes
from argmap.schemes.scheme import Scheme

PLUGIN_GROUP = "argmap.schemes"
"""The group of entry points that name packages with scheme files."""

BUILT_IN = "argmap"
"""What messages call the place of argmap's own schemes."""


@cache
def built_in_schemes() -> Schemes:
    """Return argmap's own schemes; the files are read when this is first asked for."""
    return Schemes(_in_package("argmap.schemes", BUILT_IN))


@cache
def all_schemes() -> Schemes:
    """Return argmap's own schemes and those of installed plugins.

    Raises:
        PluginError: a plugin has no scheme files, or such that cannot be used.
    """
    schemes = built_in_schemes()
    for plugin in find_plugins(PLUGIN_GROUP):
        try:
            schemes = schemes.add(_of_plugin(plugin))
        except SchemeError as error:
            raise PluginError(plugin.name, "; ".join(error.problems)) from error
    return schemes


def find_scheme(name: str) -> Scheme:
    """Return the scheme with an id, a name, a name in AIF or an alias.

    Raises:
        UnknownSchemeError: there is none; it has the nearest.

    Examples:
        >>> find_scheme("CauseToEffect").id
        'cause-to-effect'
    """
    return all_schemes().get(name)


def with_files(paths: Iterable[Path | str]) -> Schemes:
    """Return the catalogue of `all_schemes` with the schemes of some files added.

    Raises:
        SchemeError: a file cannot be read or used, or a scheme of it has a name that another one has.
    """
    origins = [Origin(str(path), scheme) for path in paths for scheme in load_schemes(path)]
    return all_schemes().add(origins) if origins else all_schemes()


def _of_plugin(plugin: Plugin) -> Iterator[Origin]:
    package = plugin.value
    if isinstance(package, ModuleType):
        name = package.__name__ if hasattr(package, "__path__") else package.__package__
        origins = list(_in_package(name, plugin.name)) if name else []
        if origins:
            return iter(origins)
    raise PluginError(plugin.name, f"found {package!r}, expected a package with scheme files (.toml)")


def _in_package(package: str, place: str) -> Iterator[Origin]:
    files = (file for file in resources.files(package).iterdir() if file.name.endswith(".toml"))
    for file in sorted(files, key=lambda file: file.name):
        where = f"{place}: {file.name}"
        for scheme in read_schemes(file.read_bytes(), where):
            yield Origin(where, scheme)
