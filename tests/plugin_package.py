"""Installs a plugin's package for a test: without a network, as `pip install` leaves it in a folder."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from argmap.checks.plugin_rules import plugin_rules
from argmap.checks.registry import all_rules
from argmap.schemes.installed import all_schemes

PLUGIN = Path(__file__).parent / "plugin"


def install_plugin(folder: Path, plugin: Path = PLUGIN) -> dict[str, str]:
    """Put the packages of a plugin and what its `pyproject.toml` says into a folder.

    Returns:
        The environment variables with which a Python process finds what is installed there.
    """
    project = tomllib.loads((plugin / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    metadata = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    groups = project["entry-points"].items()
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in points.items()) for group, points in groups
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    for package in plugin.iterdir():
        if package.is_dir():
            shutil.copytree(package, folder / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    around = os.environ.get("PYTHONPATH")
    return {"PYTHONPATH": os.pathsep.join([str(folder), around] if around else [str(folder)])}


def write_plugin(folder: Path, module: str, entry_point: str = "odd = odd_rules:RULES", name: str = "odd") -> Path:
    """Write the package of a plugin with one module; return its folder."""
    package = folder / f"{name}_rules"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(module, encoding="utf-8")
    point, _, value = entry_point.partition(" = ")
    (folder / "pyproject.toml").write_text(
        f'[project]\nname = "{name}"\nversion = "1.0"\n[project.entry-points."argmap.rules"]\n{point} = "{value}"\n'
    )
    return folder


@contextmanager
def installed(folder: Path) -> Iterator[None]:
    """Let this process, which may have looked for plugins before, find those that are installed in a folder."""
    sys.path.insert(0, str(folder))
    _forget(folder)
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        _forget(folder)


def _forget(folder: Path) -> None:
    """Forget what plugins were found, and the modules of those in the folder."""
    importlib.invalidate_caches()
    for name, module in list(sys.modules.items()):
        if Path(getattr(module, "__file__", None) or "").is_relative_to(folder):
            del sys.modules[name]
    for remembered in (plugin_rules, all_rules, all_schemes):
        remembered.cache_clear()
