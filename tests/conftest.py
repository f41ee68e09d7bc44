"""Settings of all tests."""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import HealthCheck, Phase, settings

# Shrinking a map can take minutes; a failing one is small enough to read as it was drawn. On a build machine the same
# maps are drawn each time, so that a change is judged by what it changed; at a desk they are new ones each time.
settings.register_profile(
    "argmap",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("argmap")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for garbage less often, and never among what was imported: looking took a sixth of the time of all tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
