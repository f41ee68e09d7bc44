"""The rules, one file each, registered here by hand in the order of their codes."""

from argmap.checks.rule import Rule
from argmap.checks.rules.bare_inference import BareInference
from argmap.checks.rules.circular_support import CircularSupport
from argmap.checks.rules.crowded_claim import CrowdedClaim
from argmap.checks.rules.dangling_term import DanglingTerm
from argmap.checks.rules.dead_end import DeadEnd
from argmap.checks.rules.dependent_lines import DependentLines
from argmap.checks.rules.duplicate_id import DuplicateId
from argmap.checks.rules.half_supported_inference import HalfSupportedInference
from argmap.checks.rules.interested_source import InterestedSource
from argmap.checks.rules.isolated_claim import IsolatedClaim
from argmap.checks.rules.late_cause import LateCause
from argmap.checks.rules.load_bearing_premise import LoadBearingPremise
from argmap.checks.rules.lost_anchor import LostAnchor
from argmap.checks.rules.lost_hedge import LostHedge
from argmap.checks.rules.near_duplicate import NearDuplicate
from argmap.checks.rules.no_main_claim import NoMainClaim
from argmap.checks.rules.one_sided_argument import OneSidedArgument
from argmap.checks.rules.outweighed_concession import OutweighedConcession
from argmap.checks.rules.proposal_from_facts import ProposalFromFacts
from argmap.checks.rules.proposal_without_agent import ProposalWithoutAgent
from argmap.checks.rules.proposal_without_means import ProposalWithoutMeans
from argmap.checks.rules.repeated_inference import RepeatedInference
from argmap.checks.rules.self_defeating_attack import SelfDefeatingAttack
from argmap.checks.rules.self_supporting_inference import SelfSupportingInference
from argmap.checks.rules.single_source import SingleSource
from argmap.checks.rules.stale_waiver import StaleWaiver
from argmap.checks.rules.subordinate_main_claim import SubordinateMainClaim
from argmap.checks.rules.two_faced_premise import TwoFacedPremise
from argmap.checks.rules.unanchored_claim import UnanchoredClaim
from argmap.checks.rules.unanswered_attack import UnansweredAttack
from argmap.checks.rules.unanswered_question import UnansweredQuestion
from argmap.checks.rules.undefined_id import UndefinedId
from argmap.checks.rules.unearned_certainty import UnearnedCertainty
from argmap.checks.rules.unexpected_reciprocity import UnexpectedReciprocity
from argmap.checks.rules.unfilled_scheme import UnfilledScheme
from argmap.checks.rules.unforeseen_term import UnforeseenTerm
from argmap.checks.rules.ungrounded_main_claim import UngroundedMainClaim
from argmap.checks.rules.ungrounded_reply import UngroundedReply
from argmap.checks.rules.unknown_scheme import UnknownScheme
from argmap.checks.rules.unlicensed_scheme import UnlicensedScheme
from argmap.checks.rules.unmatched_source import UnmatchedSource
from argmap.checks.rules.unreasoned_waiver import UnreasonedWaiver
from argmap.checks.rules.unsupported_claim import UnsupportedClaim
from argmap.checks.rules.unsupported_fact import UnsupportedFact
from argmap.checks.rules.untimely_evidence import UntimelyEvidence
from argmap.checks.rules.unweighed_side_effects import UnweighedSideEffects
from argmap.checks.rules.weak_implicit_premise import WeakImplicitPremise

RULES: tuple[type[Rule], ...] = (
    UnansweredAttack,  # ATK001
    SelfDefeatingAttack,  # ATK002
    UngroundedReply,  # ATK003
    OneSidedArgument,  # ATK004
    OutweighedConcession,  # ATK005
    ProposalFromFacts,  # POL001
    UnexpectedReciprocity,  # POL002
    ProposalWithoutAgent,  # POL003
    ProposalWithoutMeans,  # POL004
    UnweighedSideEffects,  # POL005
    UnknownScheme,  # SCH001
    UnfilledScheme,  # SCH002
    UnansweredQuestion,  # SCH003
    UnlicensedScheme,  # SCH004
    UnsupportedFact,  # SRC001
    SingleSource,  # SRC002
    InterestedSource,  # SRC003
    LostAnchor,  # SRC004
    UnmatchedSource,  # SRC005
    UnanchoredClaim,  # SRC006
    UndefinedId,  # STR001
    DuplicateId,  # STR002
    IsolatedClaim,  # STR003
    NoMainClaim,  # STR004
    SelfSupportingInference,  # STR005
    RepeatedInference,  # STR006
    TwoFacedPremise,  # STR007
    SubordinateMainClaim,  # STR008
    UnsupportedClaim,  # SUP001
    UngroundedMainClaim,  # SUP002
    HalfSupportedInference,  # SUP003
    CircularSupport,  # SUP004
    LoadBearingPremise,  # SUP005
    DeadEnd,  # SUP006
    DependentLines,  # SUP007
    WeakImplicitPremise,  # SUP008
    BareInference,  # SUP009
    LateCause,  # TIM001
    UntimelyEvidence,  # TIM002
    UnearnedCertainty,  # TXT001
    LostHedge,  # TXT002
    CrowdedClaim,  # TXT003
    NearDuplicate,  # TXT004
    UnforeseenTerm,  # TXT005
    DanglingTerm,  # TXT006
    UnreasonedWaiver,  # WAI001
    StaleWaiver,  # WAI002
)

__all__ = ["RULES"]
