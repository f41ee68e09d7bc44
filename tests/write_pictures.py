"""Write the golden pictures anew: look at each before it is kept."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from grown_maps import grown_map

from argmap.render import Orientation, to_svg

GOLDEN = Path(__file__).parent / "render" / "golden"
SIZES = (5, 20, 60, 150)
ORIENTATIONS = tuple(one for one in Orientation if one is not Orientation.AUTO)


def draw(claims: int, orientation: str) -> str:
    """Return the picture of a grown map with its findings."""
    grown = grown_map(claims)
    return to_svg(grown, findings=grown.check(select=["SUP", "ATK"]), orientation=orientation)


def places() -> Iterator[tuple[Path, int, Orientation]]:
    """Yield each golden file with what it shows; they are packed, as all of them together would take megabytes."""
    for claims in SIZES:
        for orientation in ORIENTATIONS:
            yield GOLDEN / f"{claims}-{orientation}.svgz", claims, orientation


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for path, claims, orientation in places():
        path.write_bytes(gzip.compress(draw(claims, orientation).encode(), mtime=0))


if __name__ == "__main__":
    main()
