"""CASS: agreement about relations and about segments in one number."""

from __future__ import annotations


def cass(relations: float, segments: float) -> float:
    """Return the combined argument similarity score: the harmonic mean 2 · M · S ÷ (M + S), 0 to 1.

    Args:
        relations: M, the agreement about relations, such as a kappa or the mean of several; at most 1.
        segments: S, the segmentation similarity, 0 to 1.

    Returns:
        The score; 0 if M is 0 or less.

    Source: Duthie, Lawrence, Budzynska and Reed, The CASS Technique for Evaluating the Performance of Argument Mining
    (2016).

    Examples:
        >>> round(cass(0.5, 1), 4)
        0.6667
    """
    return 2 * relations * segments / (relations + segments) if relations > 0 and segments > 0 else 0.0
