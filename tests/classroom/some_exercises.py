"""One exercise of each interaction, written by hand: for what shows, exports and grades them."""

from __future__ import annotations

from argmap.classroom import (
    BuildExercise,
    ChoiceExercise,
    ChoicesExercise,
    Exercise,
    ExerciseSet,
    ExerciseType,
    Level,
    MatchExercise,
    Option,
    OrderExercise,
    Prompt,
    Provenance,
    WriteExercise,
)
from argmap.model import ArgumentMap, Attack, Claim, Inference

BRIDGE_MAP = ArgumentMap(
    title="The bridge",
    claims=(
        Claim(id="close", text="The bridge should be closed to cars"),
        Claim(id="pass", text="Two in three cars only pass through"),
        Claim(id="quiet", text="A street without through traffic is quieter"),
        Claim(id="shops", text="The shops need customers who come by car"),
        Claim(id="buses", text="The shops can be reached by bus"),
    ),
    inferences=(Inference(id="because", premises=("pass", "quiet"), conclusion="close"),),
    attacks=(
        Attack(id="but", premises=("shops",), target="close"),
        Attack(id="still", premises=("buses",), target="but"),
    ),
)
MADE = Provenance(map_digest="0" * 64, elements=("because",), seed=1)

CHOICE = ChoiceExercise(
    id="bridge-1",
    type=ExerciseType.BRIDGE,
    stem='Which statement connects "Two in three cars only pass through" to "The bridge should be closed to cars"?',
    options=(
        Option(id="o1", text="A street without through traffic is quieter", feedback="It names both.", element="quiet"),
        Option(id="o2", text="The bridge should be closed", feedback="It only repeats the conclusion."),
        Option(id="o3", text="If the bridge is closed, two in three cars pass", feedback="That is the converse."),
    ),
    key="o1",
    credits={"o3": 0.25},
    feedback="The step needs a claim about quiet streets.",
    provenance=MADE,
)
CHOICES = ChoicesExercise(
    id="gap-1",
    type=ExerciseType.GAP,
    stem="Which claims have nothing behind them?",
    options=(
        Option(id="o1", text="Two in three cars only pass through"),
        Option(id="o2", text="The bridge should be closed to cars", feedback="It has a reason."),
        Option(id="o3", text="A street without through traffic is quieter"),
        Option(id="o4", text='Nothing < nobody & "never" {said} = ~ # : \\ $x$ ]]> [[1]]'),
    ),
    key=("o1", "o3"),
    level=Level.HARD,
    provenance=MADE,
)
MATCH = MatchExercise(
    id="fill-1",
    type=ExerciseType.FILL,
    stem="Fill the map.\n\nEach claim has one place.",
    figure=BRIDGE_MAP,
    prompts=(
        Prompt(id="s1", text="1", feedback={"o3": "It belongs under the same claim, but as an objection."}),
        Prompt(id="s2", text="2"),
        Prompt(id="s3", text="3"),
    ),
    options=(
        Option(id="o1", text="Two in three cars only pass through", element="pass"),
        Option(id="o2", text="A street without through traffic is quieter", element="quiet"),
        Option(id="o3", text="The shops need customers who come by car", element="shops"),
        Option(id="o4", text="The shops can be reached by bus", element="buses"),
    ),
    key={"s1": "o1", "s2": "o2", "s3": "o3"},
    credits={"s3": {"o4": 0.5}},
    groups=(("s1", "s2"),),
    is_once=True,
    provenance=MADE,
)
ORDER = OrderExercise(
    id="order-1",
    type=ExerciseType.ORDER,
    stem="Put each claim after what supports it.",
    options=tuple(Option(id=f"o{n}", text=text) for n, text in enumerate(("C", "P4", "P1", "C1", "P2", "P3"), 1)),
    key=("o3", "o5", "o6", "o4", "o2", "o1"),
    before=(("o3", "o4"), ("o5", "o4"), ("o6", "o4"), ("o4", "o1"), ("o2", "o1")),
    provenance=MADE,
)
BUILD = BuildExercise(
    id="build-1",
    type=ExerciseType.BUILD,
    stem="Build the map.",
    options=(
        *(Option(id=claim.id, text=claim.text, element=claim.id) for claim in BRIDGE_MAP.claims),
        Option(id="weather", text="It rained on Tuesday"),
    ),
    key=(BRIDGE_MAP,),
    level=Level.HARD,
    points=5,
    provenance=MADE,
)
WRITE = WriteExercise(
    id="write-1",
    type=ExerciseType.WRITE,
    stem="Which premise is left unsaid? Write it down.",
    key="A street without through traffic is quieter",
    terms=("street", "quieter"),
    provenance=MADE,
    needs_review=True,
)
ALL: tuple[Exercise, ...] = (CHOICE, CHOICES, MATCH, ORDER, BUILD, WRITE)
SOME_SET = ExerciseSet("The bridge", "en", ALL)

RIGHT: dict[str, object] = {
    "bridge-1": "o1",
    "gap-1": ["o1", "o3"],
    "fill-1": {"s1": "o2", "s2": "o1", "s3": "o3"},
    "order-1": ["o2", "o3", "o5", "o6", "o4", "o1"],
    "build-1": {
        "argmap": 1,
        "claims": {claim.id: claim.text for claim in BRIDGE_MAP.claims},
        "inferences": {"because": {"premises": ["pass", "quiet"], "conclusion": "close"}},
        "attacks": {"but": {"premises": "shops", "target": "close"}, "still": {"premises": "buses", "target": "but"}},
    },
    "write-1": "A street without through traffic is quieter",
}
"""A right response to each, as JSON has it."""
