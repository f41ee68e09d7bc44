"""Execute the example notebook, `examples/kaliningrad.ipynb`, and write it with its outputs.

The same notebook gives the same bytes: cells keep their ids, and no times, versions or ids of widgets are stored. Name
a file to write it there instead.
"""

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parent.parent / "examples" / "kaliningrad.ipynb"
WIDGET = "application/vnd.jupyter.widget-view+json"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def execute(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the notebook with the outputs of its cells."""
    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(NOTEBOOK.parent)}},
    )
    executed: nbformat.NotebookNode = client.execute()
    executed.metadata = nbformat.from_dict(METADATA)
    for cell in executed.cells:
        cell.metadata = nbformat.from_dict({})
        if "outputs" in cell:
            cell.outputs = _joined(cell.outputs)
        for output in cell.get("outputs", ()):
            _forget_widget(output)
    return executed


def _joined(outputs: list[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    """Return the outputs with what is printed in a row as one: into how many pieces it comes is chance."""
    joined: list[nbformat.NotebookNode] = []
    for output in outputs:
        last = joined[-1] if joined else None
        if last is not None and output.output_type == last.output_type == "stream" and output.name == last.name:
            last.text += output.text
        else:
            joined.append(output)
    return joined


def _forget_widget(output: dict[str, Any]) -> None:
    """Take out the widget, which lives as long as its kernel: what is stored is the picture in its place."""
    if "data" in output:
        output["data"].pop(WIDGET, None)
        output["metadata"] = nbformat.from_dict({})


def main(path: Path) -> None:
    """Write the executed notebook."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    path.write_text(nbformat.writes(execute(notebook)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else NOTEBOOK)
