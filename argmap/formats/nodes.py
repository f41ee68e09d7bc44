"""A document as its text has it: what stands where, from its first character to its last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True)
class Node:
    """A scalar, mapping or sequence in a text.

    Attributes:
        style: how it is written: a scalar without quotation marks, in single or double ones, as a block of text; a
            collection within brackets (flow) or by lines (block).
        start: offset of its first character.
        end: offset after its last character.
        text: what a scalar says.
        entries: what is in a collection.
        is_mapping: whether its entries have keys.
    """

    style: Literal["plain", "'", '"', "text", "flow", "block"]
    start: int
    end: int
    text: str = ""
    entries: list[Entry] = field(default_factory=list)
    is_mapping: bool = False

    @property
    def is_scalar(self) -> bool:
        """True if it is neither a mapping nor a sequence."""
        return self.style not in {"flow", "block"}


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a sequence, which has no key."""

    key: Node | None
    value: Node

    @property
    def start(self) -> int:
        """Offset of the first character of the key, or of the value if there is none."""
        return self.key.start if self.key else self.value.start

    @property
    def end(self) -> int:
        """Offset after the last character; a value that says nothing may end where its key does."""
        return max(self.value.end, self.key.end if self.key else 0)


class NodeBuilder:
    """Puts nodes that come in the order of the text into a tree, with a stack of those that have not ended yet."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._stack: list[tuple[Node, Node | None]] = []  # a collection and the key that waits for its value

    def add(self, node: Node) -> None:
        """Add a scalar, which may be a key, or a collection that stays empty."""
        if not self._stack:
            self.root = node
            return
        top, key = self._stack[-1]
        if top.is_mapping and key is None:
            self._stack[-1] = (top, node)
        else:
            top.entries.append(Entry(key, node))
            self._stack[-1] = (top, None)

    def open(self, node: Node) -> None:
        """Add a collection; what follows is in it until it is closed."""
        self.add(node)
        self._stack.append((node, None))

    def close(self, end: int) -> None:
        """End the innermost open collection; one that is written by lines ends where its last entry does."""
        node, _ = self._stack.pop()
        node.end = node.entries[-1].end if node.style == "block" and node.entries else end
