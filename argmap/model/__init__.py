"""The typed map: claims, inferences, attacks, sources and anchors, and findings about them."""

from argmap.model.anchor import Anchor, is_web_address
from argmap.model.argument_map import SECTIONS, AnyElement, ArgumentMap
from argmap.model.draft import Draft
from argmap.model.edits import EditError, apply_edits
from argmap.model.edtf import EdtfDate
from argmap.model.elements import (
    AnyClaim,
    Attack,
    Claim,
    Given,
    Inference,
    Kind,
    Party,
    Proposal,
    Source,
    Standard,
    Waiver,
)
from argmap.model.errors import ArgmapError, LoadError, UnknownElementError
from argmap.model.finding import Confidence, Finding, Path, Place, Severity
from argmap.model.fix import Edit, Fix, Remove, Replace
from argmap.model.nearest import find_nearest
from argmap.model.passage import Match, Passages
from argmap.model.plugins import Plugin, PluginError, find_plugins
from argmap.model.source_map import Positions, SourceMap

__all__ = [
    "SECTIONS",
    "Anchor",
    "AnyClaim",
    "AnyElement",
    "ArgmapError",
    "ArgumentMap",
    "Attack",
    "Claim",
    "Confidence",
    "Draft",
    "Edit",
    "EditError",
    "EdtfDate",
    "Finding",
    "Fix",
    "Given",
    "Inference",
    "Kind",
    "LoadError",
    "Match",
    "Party",
    "Passages",
    "Path",
    "Place",
    "Plugin",
    "PluginError",
    "Positions",
    "Proposal",
    "Remove",
    "Replace",
    "Severity",
    "Source",
    "SourceMap",
    "Standard",
    "UnknownElementError",
    "Waiver",
    "apply_edits",
    "find_nearest",
    "find_plugins",
    "is_web_address",
]
