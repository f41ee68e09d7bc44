"""What an export of Kialo is."""

from __future__ import annotations

from argmap.formats.fields import STRUCTURE
from argmap.formats.kialo.reader import read_kialo, recognise_kialo
from argmap.formats.kialo.writer import find_losses, write_kialo
from argmap.formats.spec import FormatSpec

SPEC = FormatSpec(
    name="kialo",
    title="a discussion that Kialo exported as text",
    suffixes=(".kialo.txt",),
    recognise=recognise_kialo,
    read=read_kialo,
    write=write_kialo,
    holds=STRUCTURE | {"title", "main", "extensions"},
    remarks="Claims have their numbers as ids. Votes, comments and authors are not in the export. Markdown links stay "
    "in the texts. A branch more than 100 lines deep goes on as a thesis of its own.",
    source="Kialo, Export a discussion: https://support.kialo.com",
    find_losses=find_losses,
    namespaces=("kialo",),
)
