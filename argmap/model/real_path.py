"""Where a path leads when its links are followed."""

from __future__ import annotations

import os
from pathlib import Path


def real_path(path: str | Path) -> Path:
    """Return the absolute path without links; a link that leads back to itself stays as it is.

    `Path.resolve` does the same, but raises RuntimeError for such a link before Python 3.13.
    """
    return Path(os.path.realpath(path))
