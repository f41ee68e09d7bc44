"""Argdown files may include others only where the caller says so, and only within the folder that the caller names."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.formats.argdown import read


def found(text: str, name: str = "x", **options: Path) -> list[str]:
    return [str(finding) for finding in read(text, name, **options).findings if finding.code == "FMT025"]


def test_nothing_is_included_unless_the_caller_names_a_folder(tmp_path: Path) -> None:
    (tmp_path / "part.argdown").write_text("[b]: B.")
    assert found("[a]: A.\n\n@include(part.argdown)") == [
        "x:3:1: FMT025 file `part.argdown` is not included (read the file with a folder that it may include files from)"
    ]


def test_a_file_is_read_where_it_is_included_and_findings_name_it(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "part.argdown").write_text("[b]: So [he] says.\n\n@include(more.argdown)\n")
    (tmp_path / "inner" / "more.argdown").write_text("[c]: C.\n  <+ [b]\n")
    result = read("[a]: A.\n\n@include(inner/part.argdown)\n\n[d] e", str(tmp_path / "x.argdown"), include=tmp_path)
    assert result.map is not None
    assert [claim.id for claim in result.map.claims] == ["a", "b", "c", "d"]
    assert [str(finding.place).rpartition("/")[2] for finding in result.findings] == [
        "part.argdown:1:9",
        "x.argdown:5:5",
    ]
    assert [result.source_map.place(("claims", number)).line for number in range(4)] == [1, 3, 3, 5]


@pytest.mark.parametrize("path", ["../secret.argdown", "/etc/passwd", "link.argdown", "folder", "missing", "a\x00b"])
def test_no_path_leads_out_of_the_folder(path: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "folder").mkdir(parents=True)
    (tmp_path / "secret.argdown").write_text("[secret]: S.")
    (root / "link.argdown").symlink_to(tmp_path / "secret.argdown")
    result = read(f"[a]: A.\n\n@include({path})", "x", include=root)
    assert result.map is not None
    assert [claim.id for claim in result.map.claims] == ["a"]
    assert [finding.code for finding in result.findings] == ["FMT025"]
    assert not result.is_whole


def test_each_file_is_included_once(tmp_path: Path) -> None:
    (tmp_path / "x.argdown").write_text("@include(x.argdown)")
    (tmp_path / "b.argdown").write_text("[b]: B.\n\n@include(./b.argdown)")
    text = "[a]: A.\n\n@include(b.argdown)\n\n@include(b.argdown)\n\n@include(x.argdown)"
    messages = [
        message.partition(" FMT025 ")[2] for message in found(text, str(tmp_path / "x.argdown"), include=tmp_path)
    ]
    assert messages == [
        "file `./b.argdown` is included already (include each file once)",
        "file `b.argdown` is included already (include each file once)",
        "file `x.argdown` is included already (include each file once)",
    ]


def test_files_include_others_only_so_deep(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}").write_text(f"[a{number}]: A.\n\n@include({number + 1})\n")
    result = read("@include(0)", "x", include=tmp_path)
    assert result.map is not None
    assert len(result.map.claims) == 20
    assert [finding.message for finding in result.findings] == ["file `20` is included more than 20 files deep"]


def test_a_file_that_is_no_text_is_not_included(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    assert found("[a]: A.\n\n@include(bytes)", include=tmp_path) == [
        "x:3:1: FMT025 file `bytes`: the file is UTF-16 text, expected UTF-8 (save it as UTF-8)"
    ]
