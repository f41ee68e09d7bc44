"""Write the reference of the schemes, `docs/schemes`, from the schemes themselves."""

from pathlib import Path

from argmap.schemes import built_in_schemes, scheme_pages

FOLDER = Path(__file__).parent / "schemes"

if __name__ == "__main__":
    pages = scheme_pages(built_in_schemes())
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        if path.name not in pages:
            path.unlink()
    for name, page in pages.items():
        (FOLDER / name).write_text(page, encoding="utf-8")
