"""Where paths lead, and files that are written through links."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.model.atomic import write_atomically
from argmap.model.real_path import real_path


def link(path: Path, target: Path) -> Path:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system lets nobody make links")
    return path


def test_a_link_leads_to_its_file_and_one_that_goes_round_stays(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    assert real_path(link(folder / "link", folder / "file")) == folder / "file"
    assert real_path(link(folder / "round", folder / "round")) == folder / "round"


def test_a_file_is_written_through_a_link_and_not_over_one_that_goes_round(tmp_path: Path) -> None:
    write_atomically(link(tmp_path / "link", tmp_path / "file"), b"new")
    assert ((tmp_path / "link").is_symlink(), (tmp_path / "file").read_bytes()) == (True, b"new")
    turning = link(tmp_path / "round", tmp_path / "round")
    with pytest.raises(OSError, match="symbolic links") as caught:
        write_atomically(turning, b"new")
    assert caught.value.filename == str(turning)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link", "round"]
