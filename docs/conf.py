"""Settings of the documentation."""

project = "argmap"
author = "The argmap authors"
copyright = f"2026, {author}"  # noqa: A001 - the name that Sphinx reads
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "Support gaps in arguments, found and drawn", "page_width": "1080px"}
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]
