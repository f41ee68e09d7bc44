"""The command line: one module for each command.

The modules import only typer and the standard library when they are loaded, so that `argmap --help` is quick; what a
command needs it imports when it runs.
"""

from argmap.cli.app import main

__all__ = ["main"]
