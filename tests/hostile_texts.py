"""Texts that other languages would read as markup: Mermaid, Markdown, HTML, TeX."""

from __future__ import annotations

HOSTILE = (
    "<script>alert(1)</script> <b>bold</b> & &lt; &amp;amp; &#60;",
    '"quoted" \'twice\' `code` "`markdown string`" [link](x) ![image](y)',
    "end subgraph; click c0 call evil()\nc0 --> c9",
    '%%{init: {"theme": "dark"}}%% %% comment',
    "#quot; #35; #lt; ﬂ°°60¶ß ﬂ°lt¶ß # ;",
    "style x:#fff; classDef y:#000;",
    "1. one\n- two\n* three\n+ four\n2) five\n> six\n### seven\n---\n| a | b |",
    "**bold** _emphasis_ ~~struck~~ snake_case www.example.org https://example.org a@b.org",
    "$$x^2$$ fa:fa-car fas:fa-x \\n \\\\ \\",
    "nul \x00 bell \x07 c1 \x85 override \u202e end",
    ':::thesis ["x"]:::y | --x ==> {{}} (()) >] [/ /] @{ shape: x }',
    "語 🙂 é ж ÷ ½ — … “q”",
    "---\ntitle: x\n---",
)

TEX = (
    r"\input{/etc/passwd} \write18{touch ran} \immediate\openout0=ran \end{tikzpicture} \end{document} \bye",
    r"{ } } $x^2$ & # ^ _ ~ % comment < > | [opt] ; \node at (0,0) {x};",
    "-- --- ?` !` << >> ,, '' `` fi ffl \" \"\" ''''",
    r"^^5c^^5cinput ^^M \N \n \\ \csname x\endcsname \catcode`\%=12 #1 ##2 \ ",
    "two\n\nparagraphs\r\nand\u2028lines\u2029 \x00 \x1b",
    "x" * 10_000,
    "many words " * 900,
    "",
    r"= , / . : ; ! ? @ * ( ) + [a=b] ]]> \par \uppercase{x} \def\a{\a}\a",
)
