"""Standards of proof: which cons defeat which pros, by their weights.

The five standards are those of Gordon and Walton, Proof Burdens and Standards (in Rahwan and Simari, Argumentation in
Artificial Intelligence, 2009), with dialectical validity as it is in Gordon, Prakken and Walton, The Carneades model of
argument and burden of proof (Artificial Intelligence 171, 2007). Weights and thresholds go from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model import Standard


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers in the standards of proof that have some, each from 0 to 1.

    Attributes:
        alpha: the weight that a pro needs for clear and convincing.
        beta: by how much it has to outweigh each con.
        gamma: the weight from which on a con leaves a reasonable doubt.
    """

    alpha: float = 0.5
    beta: float = 0.3
    gamma: float = 0.3


def defeats(standard: Standard, pro: float, con: float, thresholds: Thresholds) -> bool:
    """Tell whether a con of one weight defeats a pro of another under the standard."""
    match standard:
        case Standard.SCINTILLA:
            return False
        case Standard.DIALECTICAL:
            return True
        case Standard.PREPONDERANCE:
            return con >= pro
        case Standard.CLEAR_AND_CONVINCING:
            return pro - con <= thresholds.beta
        case Standard.BEYOND_REASONABLE_DOUBT:
            return pro - con <= thresholds.beta or con >= thresholds.gamma


def is_eligible(standard: Standard, pro: float, thresholds: Thresholds) -> bool:
    """Tell whether a pro of the weight counts under the standard when nothing speaks against it."""
    match standard:
        case Standard.SCINTILLA | Standard.DIALECTICAL:
            return True
        case Standard.PREPONDERANCE:
            return pro > 0
        case Standard.CLEAR_AND_CONVINCING | Standard.BEYOND_REASONABLE_DOUBT:
            return pro >= thresholds.alpha and pro > thresholds.beta
