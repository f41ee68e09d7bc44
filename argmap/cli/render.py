"""`argmap render`: draw a map."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from argmap.cli.evaluate import AcceptOption, RejectOption, StanceName, StanceOption
from argmap.cli.inputs import ConfigOption, MapArgument

SETTINGS: dict[str, Any] = {
    "name": "render",
    "epilog": "Examples: `argmap render essay.argmap.yaml` · `argmap render essay.argmap.yaml -o slide.png` · "
    "`argmap render essay.argmap.yaml -o essay.html` · "
    "`argmap render essay.argmap.yaml --focus thesis --depth 2 -o thesis.pdf` · "
    "`argmap render essay.argmap.yaml --layer labels --reject probes`",
}


class Layer(StrEnum):
    """What a picture can show beside kinds and gaps."""

    LABELS = "labels"
    LOAD_BEARING = "load-bearing"
    NUMBERS = "numbers"
    PARTIES = "parties"
    SCHEMES = "schemes"


Orientation = Annotated[str, typer.Option("--orientation", help="auto, up, down, left, right or columns.")]
Layers = Annotated[
    list[Layer] | None, typer.Option("--layer", help="Show this too, on the same layout; can be given several times.")
]
Focus = Annotated[str | None, typer.Option("--focus", metavar="CLAIM", help="Draw only the argument for this claim.")]
Depth = Annotated[int | None, typer.Option("--depth", min=0, help="Draw only so many steps below.")]


def command(  # noqa: PLR0913 - each is an option of the command
    map_file: MapArgument,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="An .svg, .png, .pdf, .html, .dot, .tex, .tikz, .mmd, .graphml, .md or .txt file.",
            show_default="the map's name with .svg",
        ),
    ] = None,
    orientation: Orientation = "auto",
    focus: Focus = None,
    depth: Depth = None,
    collapse: Annotated[
        list[str] | None, typer.Option("--collapse", metavar="CLAIM", help="Leave out what is below this claim.")
    ] = None,
    layer: Layers = None,
    stance: StanceOption = StanceName.ASSERTED,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    theme: Annotated[
        str, typer.Option("--theme", help="default, dark, print, high-contrast, or a .toml file of colours.")
    ] = "default",
    gaps: Annotated[bool, typer.Option("--gaps/--no-gaps", help="Draw where support is missing.")] = True,
    roles: Annotated[bool, typer.Option("--roles/--no-roles", help="Draw claims by their roles, or all alike.")] = True,
    legend: Annotated[bool, typer.Option("--legend/--no-legend", help="Draw the legend.")] = True,
    config: ConfigOption = None,
) -> None:
    """Draw a map with its gaps, in the format that the ending of the file names.

    A supposition (`--accept`, `--reject`) or a stance brings the layer of labels with it.
    """
    from argmap.cli.checking import check_readable
    from argmap.render import render

    argument_map, checked = check_readable(map_file, config=config)
    layers = [one.value for one in layer or ()]
    supposes = bool(accept or reject or stance is not StanceName.ASSERTED)
    labels = None
    if supposes or Layer.LABELS in (layer or ()):
        labels = argument_map.labels(stance=stance.value, accept=accept or (), reject=reject or ())
    path = render(
        argument_map,
        output or beside(map_file, ".svg"),
        findings=checked.findings if gaps else (),
        orientation=orientation,
        focus=focus,
        depth=depth,
        collapse=collapse or (),
        roles=roles,
        legend=legend,
        layers=layers,
        labels=labels,
        theme=theme,
    )
    typer.echo(f"wrote {path}")


def beside(map_file: str, suffix: str) -> Path:
    """Return the path of a file beside the map: its name without .argmap.yaml, then the suffix."""
    if map_file == "-":
        return Path(f"map{suffix}")
    path = Path(map_file)
    stem = path.name
    for ending in (".yaml", ".yml", ".json", ".argmap"):
        stem = stem.removesuffix(ending)
    return path.with_name((stem or path.name) + suffix)
