"""How long a large AIF document takes to load, against bare pydantic, and against arguebuf where it is installed."""

from __future__ import annotations

import gc
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from pydantic import BaseModel

from argmap.formats.aif import read, write

NODES = 100_000
RUNS = 5
PYDANTIC_BOUND, ARGUEBUF_BOUND = 2.0, 3.0
WORDS = ("town", "bridge", "cars", "traffic", "noise", "risk", "cost", "shops", "trade", "rise", "lose", "close")
ARGUEBUF = """\
import sys, time
import arguebuf
times = []
for _ in range(3):
    start = time.process_time()
    graph = arguebuf.load.file(sys.argv[1])
    times.append(time.process_time() - start)
print(min(times), len(graph.nodes))
"""


class Node(BaseModel):
    nodeID: str  # noqa: N815 - the format's name
    text: str
    type: str
    timestamp: str | None = None
    scheme: str | None = None
    schemeID: str | None = None  # noqa: N815


class Edge(BaseModel):
    edgeID: str  # noqa: N815
    fromID: str  # noqa: N815
    toID: str  # noqa: N815
    formEdgeID: str | None = None  # noqa: N815


class Document(BaseModel):
    nodes: list[Node]
    edges: list[Edge]
    locutions: list[dict[str, str | None]]


def document(size: int) -> str:
    """Return a document of AIFdb's shape: a random tree, three steps in ten linked, one in five attacks."""
    chance = random.Random(5)
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []

    def node(text: str, kind: str) -> str:
        node_id = str(len(nodes) + 1)
        nodes.append({"nodeID": node_id, "text": text, "type": kind, "timestamp": "2015-12-14 12:09:15"})
        return node_id

    def edge(source: str, target: str) -> None:
        edges.append({"edgeID": str(len(edges) + 1), "fromID": source, "toID": target, "formEdgeID": None})

    def sentence() -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(8, 20)))

    claims = [node(sentence(), "I")]
    while len(nodes) < size:
        target = chance.choice(claims)
        is_attack = chance.random() < 0.2
        step = node("Default Conflict", "CA") if is_attack else node("Default Inference", "RA")
        for _ in range(2 if not is_attack and chance.random() < 0.3 else 1):
            claims.append(node(sentence(), "I"))
            edge(claims[-1], step)
        edge(step, target)
    return json.dumps({"nodes": nodes, "edges": edges, "locutions": []}, indent=1)


def seconds(work: Callable[[], Any]) -> float:
    gc.collect()
    start = time.process_time()
    result = work()
    taken = time.process_time() - start
    del result  # to let go of it is not part of the work
    return taken


def compare_with_arguebuf(python: str, text: str, ours: float) -> bool:
    """Print arguebuf's time for the same document; return whether ours is within the bound."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.json")
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([python, "-c", ARGUEBUF, str(path)], check=True, capture_output=True, text=True)
    theirs = float(done.stdout.split()[0])
    print(f"  arguebuf {theirs:.2f} s: {theirs / ours:.1f} times as long (at least {ARGUEBUF_BOUND})")
    return theirs / ours >= ARGUEBUF_BOUND


def main() -> int:
    text = document(NODES)
    pairs = [(seconds(lambda: Document.model_validate_json(text)), seconds(lambda: read(text))) for _ in range(RUNS)]
    bare, ours = (median(times) for times in zip(*pairs, strict=True))
    found = read(text).map
    assert found is not None
    writing = seconds(lambda: write(found))
    assert json.loads(write(found)) == json.loads(text)
    print(f"{NODES:,} nodes, {len(text) / 1e6:.1f} MB: pydantic {bare:.2f} s, read {ours:.2f} s, write {writing:.2f} s")
    print(f"  read / pydantic: {ours / bare:.2f} (at most {PYDANTIC_BOUND})")
    is_fast = ours / bare <= PYDANTIC_BOUND
    if len(sys.argv) > 1:
        is_fast &= compare_with_arguebuf(sys.argv[1], text, ours)
    return int(not is_fast)


if __name__ == "__main__":
    sys.exit(main())
