"""Installs a plugin's package for a test: without a network, as `pip install` leaves it in a folder."""

from __future__ import annotations

import os
import shutil
import tomllib
from pathlib import Path

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
