"""Pairs about rises, falls and limits."""

from verify_cases import DIRECTION, OK, PERIOD, Case

CASES = (
    Case("Output grew 3.2% in May.", "Output changed by -3.2% in May.", DIRECTION, "minus is not growth"),
    Case("Output changed by -3.2%.", "Output grew 3.2% in May.", DIRECTION, "growth is not minus"),
    Case("Output fell 3.2 percent.", "Output shrank 3.2 percent in May.", OK, "fell for shrank"),
    Case("Output rose 3.2 percent.", "Output fell 3.2 percent in May.", DIRECTION, "rose for fell"),
    Case("Output climbed by 3.2 percent.", "Output rose 3.2 percent in May.", OK, "climbed for rose"),
    Case("Rents fell to 900 euros.", "Rents rose to 900 euros.", DIRECTION, "fell to for rose to"),
    Case("Rents rose by 900 euros.", "Rents rose to 900 euros.", DIRECTION, "by for to"),
    Case("At least 40 people drowned.", "At most 40 people drowned.", DIRECTION, "at least for at most"),
    Case("At least 40 people drowned.", "At least 40 people drowned off Tartus.", OK, "the same limit"),
    Case("Up to 40 people drowned.", "At least 40 people drowned off Tartus.", DIRECTION, "up to for at least"),
    Case("At least 40 people drowned.", "No fewer than 40 people drowned off Tartus.", OK, "no fewer than is at least"),
    Case("Fewer than 40 people drowned.", "More than 40 people drowned off Tartus.", DIRECTION, "fewer for more"),
    Case(
        "The chain has 10,000 branches.", "The chain has more than 10,000 branches.", DIRECTION, "the limit is left out"
    ),
    Case("The chain has over 10,000 branches.", "The chain has more than 10,000 branches.", OK, "over is more than"),
    Case(
        "The chain has more than 10,000 branches.", "The chain has 10,000 branches.", DIRECTION, "more than is made up"
    ),
    Case("Some 500 people marched.", "Around 500 people marched in Tunis.", OK, "some is around"),
    Case("500 people marched.", "As many as 500 people marched in Tunis.", DIRECTION, "a most told as the number"),
    Case("Unemployment rose to 8 percent.", "Unemployment rose from 5 percent to 8 percent.", OK, "where it came to"),
    Case(
        "Unemployment rose to 5 percent.",
        "Unemployment rose from 5 percent to 8 percent.",
        DIRECTION,
        "where it came from",
        also=(PERIOD,),
    ),
    Case(
        "Unemployment fell from 8 percent to 5 percent.",
        "Unemployment rose from 5 percent to 8 percent.",
        DIRECTION,
        "turned round",
    ),
)
