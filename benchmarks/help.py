"""How long `argmap --help` takes, against an empty typer app with the same commands."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

RUNS = 15
BOUND = 1.5
COMMANDS = (
    "check", "render", "report", "serve", "show", "gaps", "why", "eval", "pivots", "diff", "exercise", "grade",
    "autograder", "explain", "rules", "schemes", "anchors", "fmt", "schema", "new", "af",
)  # fmt: skip
EMPTY_APP = """\
import typer
app = typer.Typer(add_completion=False)
{commands}
app()
"""


def seconds(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *command, "--help"], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> int:
    functions = "\n".join(f"@app.command()\ndef {name}(): ..." for name in COMMANDS)
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY_APP.format(commands=functions))
        pairs = [(seconds(str(empty)), seconds("-m", "argmap")) for _ in range(RUNS)]
    baseline, ours = (median(times) for times in zip(*pairs, strict=True))
    print(f"empty typer app {baseline:.3f} s, argmap {ours:.3f} s: {ours / baseline:.2f} (at most {BOUND})")
    return int(ours / baseline > BOUND)


if __name__ == "__main__":
    sys.exit(main())
