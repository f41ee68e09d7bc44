"""Several files as one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_DATE = (1980, 1, 1, 0, 0, 0)
"""The first that a zip file can hold."""
_FILE_MODE = 0o100644 << 16
_UNIX = 3


def pack(files: Mapping[str, str]) -> bytes:
    """Return a zip file of texts by path, the same bytes for the same texts.

    Nothing is compressed: how small a text gets depends on the compressor that Python was built with.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for path, text in files.items():
            entry = zipfile.ZipInfo(path, _DATE)
            entry.external_attr, entry.create_system = _FILE_MODE, _UNIX
            package.writestr(entry, text.encode())
    return buffer.getvalue()
