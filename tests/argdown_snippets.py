"""Small Argdown files, each with one thing of the language in it."""

from __future__ import annotations

SNIPPETS = {
    "a paragraph is a statement": ("The street is wet.\nSo it has rained.\n\nAnother.", (0, 2, 0, 0)),
    "what has one title is one": ("[a]: A.\n\n[a]: B.\n\n[b]\n  <+ [a]", (0, 2, 1, 0)),
    "every relation in every direction": (
        "[a]: A.\n  + [b]: B.\n  <+ [c]\n  +> [d]\n  - <e>\n  <- [f]\n  -> <g>\n  >< [h]\n  <_ <i>\n  _> <j>\n  _ <k>",
        (5, 6, 10, 0),
    ),
    "relations within relations": ("[a]\n  + <b>\n    - <c>\n      _ [d]\n  - <e>", (3, 2, 4, 0)),
    "a relation that is written twice": ("[a]\n  + [b]\n  + [b]\n\n[b]\n  +> [a]", (0, 2, 1, 0)),
    "a contradiction that is written both ways": ("[a]\n  >< [b]\n\n[b]\n  >< [a]", (0, 2, 1, 0)),
    "a structure with two steps": (
        "<a>: Why.\n\n(1) [p]: P.\n(2) Q.\n----\n(3) R.\n(4) S.\n-- Rule {uses: [3,4]} --\n(5) [c]",
        (1, 5, 0, 1),
    ),
    "a structure without an argument before it": ("(1) P.\n----\n(2) C.", (1, 2, 0, 1)),
    "relations of a structure leave from its conclusion": (
        "<a>\n  -> [t]: T.\n\n(1) P.\n----\n(2) [c]: C.\n\n[c]\n  -> [t]",
        (1, 3, 1, 1),
    ),
    "an attack on an argument that attacks its premise too": (
        "<a>\n  - [x]\n\n(1) [p]: P.\n  - [x]\n----\n(2) C.",
        (1, 3, 1, 1),
    ),
    "undercuts of an inference": (
        "<a>\n  <_ [x]\n\n(1) P.\n----\n  <_ [y]\n(2) C.\n  <_ [z]",
        (1, 5, 3, 1),
    ),
    "lists": ("* [a]\n  + <b>\n* <c>\n\n1. One\n2. Two\n   - [d]", (2, 4, 2, 0)),
    "headings, tags and data": (
        "# One #x {isGroup: true}\n\n[a]: A. #y #(two words) {b: 1}\n\n## Two\n\n<c> #z\n  + [a]",
        (1, 1, 1, 0),
    ),
    "front matter and comments": (
        ("===\ntitle: T\nmodel:\n  mode: strict\n===\n\n"
        "// one\n[a]: A. /* two */\n  // three\n  - [b]\n<!-- four -->\n\n[b]\n  - [a]"),
        (0, 2, 1, 0),
    ),
    "mentions are no statements": ("[a]: As @[b] and @<c> say.", (0, 1, 0, 0)),
    "links, emphasis and special characters": ("[a](https://x.org) says *so* and __so__, .~. p.", (0, 1, 0, 0)),
    "a step for each argument": (
        "===\nmodel:\n  explodeArguments: true\n===\n\n<a>\n\n(1) P.\n----\n(2) Q.\n(3) R.\n----\n(4) S.",
        (2, 4, 0, 2),
    ),
    "Windows line ends": ("[a]: A.\r\n  + [b]\r\n\r\n<c>\r\n", (1, 2, 1, 0)),
    "a dedent between two levels is the upper one": ("[a]\n    + [b]\n        + [c]\n      + [d]", (0, 4, 3, 0)),
}  # fmt: skip
"""Texts, and what Argdown's own parser (1.7.5) finds in them: arguments, statements, relations, structures."""

WRITTEN_AS_READ = {
    "definitions and relations": "[a]: A. #x {b: 1}\n  <+ [b]\n  <- <c>\n\n[b]: B.\n\n<c>: C.\n",
    "a structure": (
        "[a]: A.\n\n<b>: Why. #x {c: d}\n  <_ [a]\n\n(1) [a]\n(2) P.\n--\nRule {by: me}\n--\n(3) Q.\n"
        "  <+ R.\n(4) S.\n----\n(5) T.\n"
    ),
    "a step with one premise": "<b>\n\n(1) P.\n----\n(2) Q.\n",
    "a structure without an argument": "(1) P.\n(2) Q.\n----\n(3) R.\n  -> [a]\n\n[a]: A.\n",
    "marks": "[a]: So *it* is, [here](https://x.org), a \\[b\\] and e.g. x\\_y.\n",
    "tags within a text": "[a]: The #climate changes. #fact\n",
    "sections": "[z]: Z.\n\n# One {isGroup: true}\n\n[a]: A.\n\n## *Two* #x\n\n[b]: B.\n",
    "front matter": "===\ntitle: T\nauthor: Me\nmodel:\n  mode: strict\n===\n\n[a]: A.\n  <- [b]\n\n[b]: B.\n",
    "contradictions": "[a]: A.\n  >< [b]\n\n[b]: B.\n",
    "titles": "[One title]: A.\n\n<Another one>: B.\n  <_ [One title]\n\n(1) [One title]\n(2) C.\n----\n(3) D.\n",
    "what is not defined": "[a]\n  <+ [b] {c: d}\n",
    "support of an argument": "[x]: X.\n\n<a>: W.\n  <+ [x]\n\n(1) P.\n(2) Q.\n----\n(3) C.\n",
    "lines that are not used": "(1) [x]\n(2) P.\n--\n{uses: [2]}\n--\n(3) C.\n\n[x]: X.\n",
}
"""Texts that come back as they are when they are read and written."""
