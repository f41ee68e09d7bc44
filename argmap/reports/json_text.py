"""How reports write JSON: readable, and without characters that mislead whoever looks at it."""

from __future__ import annotations

import json
import re
from typing import Any

# JSON may hold these as they are, but a terminal may obey them and a reader be misled: control characters, marks that
# turn the direction of writing, separators of lines, and halves of characters, for which no encoding has bytes.
_MISLEADING = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def dump_json(value: Any) -> str:
    r"""Return the value as indented JSON, with letters of every script as they are and what misleads escaped.

    Examples:
        >>> print(dump_json("ж\x9b"))
        "ж\u009b"
    """
    return _MISLEADING.sub(_escape, json.dumps(value, ensure_ascii=False, indent=2))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
