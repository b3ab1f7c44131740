"""What must hold of a pick whatever the reader thinks of it: of whom it tells, of when, of what kind, done or planned.

Each rule names what it holds against a pick in one line, or nothing. `python -m eval.ablate` switches each off and
prints what is won and lost on questions it was not written for; docs/measured.md has the last run.
"""

from collections.abc import Callable, Collection, Mapping

from qa.decide.rules.directions import other_direction, other_doer, other_end
from qa.decide.rules.kinds import only_repeats, other_class, other_unit
from qa.decide.rules.names import other_name, other_person
from qa.decide.rules.offices import no_longer, other_holder
from qa.decide.rules.opposites import other_change, other_deed
from qa.decide.rules.owners import other_owner, other_place
from qa.decide.rules.parts import of_a_part, of_one_alone, of_the_whole, other_rate
from qa.decide.rules.ranks import no_comparison, second_best
from qa.decide.rules.status import not_so, only_asked, only_planned, to_come
from qa.decide.rules.subjects import other_clause, other_column, other_row, other_subject
from qa.decide.rules.when import other_bound, other_time, out_of_date, was_then
from qa.reader.pick import Pick
from qa.understand.question import Question

Rule = Callable[[Question, Pick], str | None]


def objection(question: Question, pick: Pick, off: Collection[str] = ()) -> str | None:
    """Return why a pick is not an answer, or None; rules named in `off` are left out."""
    for name, rule in RULES.items():
        reason = None if name in off else rule(question, pick)
        if reason:
            return reason
    return None


RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        other_name,
        other_person,
        other_place,
        other_subject,
        other_clause,
        other_row,
        other_column,
        other_holder,
        no_longer,
        other_owner,
        of_a_part,
        of_the_whole,
        of_one_alone,
        other_direction,
        other_doer,
        other_end,
        other_deed,
        other_change,
        other_unit,
        other_time,
        other_bound,
        out_of_date,
        was_then,
        only_planned,
        only_asked,
        to_come,
        other_rate,
        other_class,
        only_repeats,
        not_so,
        no_comparison,
        second_best,
    )
}
