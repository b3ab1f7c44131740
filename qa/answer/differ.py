"""Who says otherwise than an answer: its disagreements, or that there are none."""

from dataclasses import replace

from qa.types import Answer


def who_differs(answer: Answer) -> Answer:
    """Return the answer to "who says otherwise?" after a question that was answered so."""
    if answer.abstained:
        return answer
    if answer.disagreements:
        said = "; ".join(
            dict.fromkeys(
                f"{v.publisher or 'publisher not named'}: {v.text}" for d in answer.disagreements for v in d.values
            )
        )
        return replace(answer, short=said, answer=f"{said}.", kind="otherwise", understood=answer.question)
    note = "no other article of the pile gives another figure or date for this"
    return replace(answer, notes=(note, *answer.notes), kind="otherwise", understood=answer.question)
