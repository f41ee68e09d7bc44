"""`argmap serve` in a process of its own, as a user runs it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

BRIDGE = """\
argmap: 1
title: Should the bridge be closed?
main: close
claims:
  close: {text: Close the bridge, kind: policy}
  cars: {text: Most cars pass through, given: common}
  quiet: {text: A quiet street is worth a detour, kind: value, given: assumed}
  shops: {text: Shops would lose customers, given: common}
  bikes: {text: The bridge is the only way for bicycles, given: common}
inferences:
  because: {premises: [cars, quiet], conclusion: close}
  so: {premises: bikes, conclusion: close}
attacks:
  but: {premises: shops, target: close}
"""
BROKEN = BRIDGE.replace("kind: policy", "kind: polcy")


class Served:
    """A running `argmap serve`.

    Attributes:
        folder: where it runs.
        process: the process.
        line: the first line that it printed.
        address: the address of the page; "" if the line has none.
        port: the port of the address; 0 if there is none.
    """

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "argmap", "serve", "--no-open", *arguments],
            cwd=folder,
            env=os.environ | {"COLUMNS": "200"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline().rstrip("\n")
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.line)
        self.address = found[0] if found else ""
        self.port = int(found[1]) if found else 0

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and what is still printed."""
        self.process.send_signal(signal.SIGINT)
        rest, _ = self.process.communicate(timeout=60)
        return self.process.returncode, rest

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        if self.process.stdout is not None and not self.process.stdout.closed:
            self.process.communicate(timeout=60)
