"""Write the reference of the rules, `docs/rules`, from the rules themselves."""

from pathlib import Path

from argmap.reports import rule_pages

FOLDER = Path(__file__).parent / "rules"

if __name__ == "__main__":
    pages = rule_pages()
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        if path.name not in pages:
            path.unlink()
    for name, page in pages.items():
        (FOLDER / name).write_text(page, encoding="utf-8")
