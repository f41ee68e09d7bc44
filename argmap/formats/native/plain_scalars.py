"""Unquoted scalars that stay as they are written when ruamel reads and writes them again."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.resolver import VersionedResolver


class TextResolver(VersionedResolver):
    """Takes every unquoted scalar for text.

    With ruamel's own resolver `1e-265` would come back as another number, and `2020-6` could be taken for a date.
    """

    @property
    def versioned_resolver(self) -> Any:
        """The patterns of scalars that are not text, by their first character."""
        return {}
