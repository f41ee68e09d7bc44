"""How long an Argdown file of 10,000 premise-conclusion structures takes to read, against Argdown's own command line.

Both are processes of their own, measured in processor time from start to end. Argdown's is `argdown json`, from npm, in
a folder of its own: `npm install --ignore-scripts @argdown/cli@1.7.5`. Without a folder only our own time is printed.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

RUNS = 3
BOUND = 2
STRUCTURES = 10_000
WORDS = (
    *(
        "a",
        "policy",
        "that",
        "many",
        "people",
        "welcome",
        "may",
        "still",
        "cost",
        "more",
        "than",
        "it",
        "saves",
        "where",
    ),
    *("risks", "are", "small", "and", "the", "evidence", "for", "its", "benefits", "is", "thin", "or", "old", "now"),
)
READ = """\
import sys
from pathlib import Path
from argmap.formats.argdown import read
result = read(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[1])
assert result.map is not None and len(result.map.inferences) == int(sys.argv[2])
"""


def debate(structures: int, seed: int = 1) -> str:
    """Return a tree of arguments, each with three premises; each premise is the conclusion of a later argument."""
    rng = random.Random(seed)
    sentences: dict[int, str] = {}

    def statement(number: int) -> str:
        sentence = sentences.setdefault(number, _sentence(rng, 13))
        return f"[Claim {number}]: {sentence}"

    blocks = []
    for number in range(structures):
        premises = "\n".join(f"({line}) {statement(3 * number + line)}" for line in range(1, 4))
        step = "--\nModus ponens {uses: [1, 2, 3]}\n--"
        blocks.append(f"<Argument {number}>: {_sentence(rng, 10)}\n\n{premises}\n{step}\n(4) {statement(number)}\n")
    return "\n".join(blocks)


def _sentence(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize() + "."


def seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=os.environ)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "debate.argdown")
        text = debate(STRUCTURES)
        file.write_text(text, encoding="utf-8")
        ours = median(seconds([sys.executable, "-c", READ, str(file), str(STRUCTURES)]) for _ in range(RUNS))
        print(f"{STRUCTURES:,} structures, {len(text) / 1e6:.1f} MB: argmap {ours:.2f} s of processor time")
        if not arguments:
            return 0
        argdown = Path(arguments[0], "node_modules", ".bin", "argdown")
        theirs = median(seconds([str(argdown), "json", str(file), folder]) for _ in range(RUNS))
    print(f"Argdown's own command line {theirs:.2f} s: {ours / theirs:.2f} (at most {BOUND})")
    return int(ours / theirs > BOUND)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
