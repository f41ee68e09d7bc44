"""Read many broken files of all formats: `python benchmarks/fuzz.py --cases 100000`.

Every file must end in a map, or in findings with places; no exception, no more than some seconds, bounded memory. What
fails is written to a folder, with the seed that makes it again.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from fuzzing import cases, examine

_MOST_SECONDS = 10
_MOST_BYTES = 3_000_000_000


def _too_long(_: int, __: FrameType | None) -> None:
    raise TimeoutError(f"took more than {_MOST_SECONDS} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", default=None, help="only cases that are read as this format")
    parser.add_argument("--seconds", type=float, default=None, help="stop after so many seconds")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    signal.signal(signal.SIGALRM, _too_long)
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    start, slowest, failures, done = time.monotonic(), 0.0, Counter[str](), 0
    for number, (format_name, content) in enumerate(cases(options.seed)):
        if options.format is not None and format_name != options.format:
            continue
        if done >= options.cases or (options.seconds and time.monotonic() - start > options.seconds):
            break
        done += 1
        before = time.monotonic()
        signal.alarm(_MOST_SECONDS)
        try:
            examine(content, format_name)
        except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
            told = traceback.format_exc()
            name = " ".join(told.strip().splitlines()[-3:])[-300:]
            failures[name] += 1
            if failures[name] == 1:
                (folder / f"{number}-{format_name or 'any'}").write_bytes(content)
                print(f"case {number} ({format_name or 'any format'}):\n{told}", file=sys.stderr)
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.monotonic() - before)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    seconds = time.monotonic() - start
    print(f"{done:,} cases in {seconds:.0f} s, slowest {slowest:.2f} s, at most {memory:.0f} MB: ", end="")
    print(f"{sum(failures.values())} failures of {len(failures)} kinds, in {folder}" if failures else "no failures")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
