"""Settings of all tests."""

from __future__ import annotations

from hypothesis import Phase, settings

# Shrinking a map can take minutes; a failing one is small enough to read as it was drawn.
settings.register_profile("argmap", deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
settings.load_profile("argmap")
