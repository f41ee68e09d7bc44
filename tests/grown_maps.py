"""Maps of a given size with texts as people write them: for looking at, and for golden pictures."""

from __future__ import annotations

import random

from argmap.model import ArgumentMap, Draft, Inference

_SUBJECTS = (
    "The council", "Every household on the square", "The evening bus", "A quiet street", "The market hall",
    "Traffic at the school gate", "The old bridge", "A fee for parking", "The shopkeepers' survey", "Rain",
)  # fmt: skip
_VERBS = (
    "keeps", "costs more than", "was counted before", "depends on", "has outgrown", "rarely reaches", "would spoil",
    "pays for", "draws people away from", "came before",
)  # fmt: skip
_OBJECTS = (
    "the new crossing", "what the plan of last year allowed for", "the rents around it",
    "half of the deliveries that come before eight in the morning", "a walk to the river", "noise at night",
    "its own repairs", "the two stops that nobody uses in winter", "the number of cars that only pass through",
    "what visitors expect of a town of this size",
)  # fmt: skip


def grown_map(claims: int, seed: int = 7) -> ArgumentMap:
    """Return a map of so many claims: two main claims, linked and convergent reasons, evidence, objections, replies."""
    rng = random.Random(seed)
    draft = Draft(title=f"A map of {claims} claims")
    draft.source("survey", title="Survey")
    texts = _texts(rng)
    mains = [draft.proposal(next(texts), id="m0", main=True)]
    if claims > 12:
        mains.append(draft.claim(next(texts), id="m1", main=True))
    open_ends = list(mains)
    made = len(mains)
    while made < claims:
        goal = open_ends.pop(0) if len(open_ends) > 1 and rng.random() < 0.6 else rng.choice(open_ends[-4:] or mains)
        against = rng.random() < 0.25
        many = min(claims - made, 1 if against else rng.choice((1, 1, 2, 2, 3)))
        parts = []
        for _ in range(many):
            kind = rng.random()
            parts.append(
                draft.claim(
                    next(texts),
                    id=f"c{made}",
                    cites="survey" if kind < 0.3 else (),
                    implicit=kind > 0.88,
                )
            )
            made += 1
        _ = draft.attack(goal, *parts) if against else draft.support(goal, *parts)
        open_ends += parts
    return draft.build()


def tangled_map(claims: int, seed: int, links: int) -> ArgumentMap:
    """Return a grown map whose later claims give so many more reasons, of one to three claims, for earlier ones."""
    grown = grown_map(claims, seed)
    rng = random.Random(seed)
    ids = [claim.id for claim in grown.claims]
    more = []
    for number in range(links):
        goal = rng.randrange(len(ids) - 1)
        later = ids[goal + 1 :]
        reasons = rng.sample(later, min(len(later), rng.choice((1, 2, 3))))
        more.append(Inference(id=f"more{number}", premises=tuple(reasons), conclusion=ids[goal]))
    return grown.model_copy(update={"inferences": (*grown.inferences, *more)})


def star(reasons: int) -> ArgumentMap:
    """Return a map of one claim with so many reasons, each on its own."""
    draft = Draft(title=f"{reasons} reasons")
    main = draft.claim("The new library should be built on the market square", id="main", main=True)
    for number in range(reasons):
        draft.support(main, draft.claim(f"Reason {number} says that something is the case", id=f"r{number}"))
    return draft.build()


def bundle(premises: int) -> ArgumentMap:
    """Return a map of one claim with so many reasons that work only together."""
    draft = Draft(title=f"{premises} linked premises")
    main = draft.claim("The new library should be built on the market square", id="main", main=True)
    draft.support(
        main, *(draft.claim(f"Premise {number} holds with all others", id=f"p{number}") for number in range(premises))
    )
    return draft.build()


def _texts(rng: random.Random):
    while True:
        text = f"{rng.choice(_SUBJECTS)} {rng.choice(_VERBS)} {rng.choice(_OBJECTS)}"
        yield f"{text}, and {rng.choice(_OBJECTS)}" if rng.random() < 0.2 else text
