"""Agreement between two maps of one text, or between annotators: the measures of the literature."""

from argmap.classroom.agreement.agreement import Agreement, agreement
from argmap.classroom.agreement.cass import cass
from argmap.classroom.agreement.chance import Scale, cohen_kappa, krippendorff_alpha, scott_pi
from argmap.classroom.agreement.overlap import Overlap, overlap
from argmap.classroom.agreement.relations import NO_RELATION, class_alpha
from argmap.classroom.agreement.segments import boundary_similarity, segmentation_similarity
from argmap.classroom.agreement.structure import (
    Below,
    Nearness,
    below_overlap,
    edit_distance,
    edit_similarity,
    kirschner,
    link_overlap,
    path_overlap,
)

__all__ = [
    "NO_RELATION",
    "Agreement",
    "Below",
    "Nearness",
    "Overlap",
    "Scale",
    "agreement",
    "below_overlap",
    "boundary_similarity",
    "cass",
    "class_alpha",
    "cohen_kappa",
    "edit_distance",
    "edit_similarity",
    "kirschner",
    "krippendorff_alpha",
    "link_overlap",
    "overlap",
    "path_overlap",
    "scott_pi",
    "segmentation_similarity",
]
