"""Write the reference of the formats, `docs/reference/formats.md`, from what the formats say of themselves."""

from pathlib import Path

from argmap.formats import formats_page

PAGE = Path(__file__).parent / "reference" / "formats.md"

if __name__ == "__main__":
    PAGE.write_text(formats_page(), encoding="utf-8")
