"""Pairs about whose figure it is."""

from verify_cases import OK, SUBJECT, Case

CASES = (
    Case("Kano has 12 clinics.", "Lagos has 107 clinics and Kano has 12.", OK, "the second pair"),
    Case("Lagos has 12 clinics and Kano has 107.", "Lagos has 107 clinics and Kano has 12.", SUBJECT, "swapped pair"),
    Case("Kano has 107 clinics.", "Lagos has 107 clinics and Kano has 12.", SUBJECT, "the other one's figure"),
    Case("Lagos has 107 clinics.", "Lagos has 107 clinics and Kano has 12.", OK, "the first pair"),
    Case("Accra has 107 clinics.", "Lagos has 107 clinics.", SUBJECT, "another city"),
    Case("Exports rose 5 percent.", "Exports rose 5 percent while imports rose 2 percent.", OK, "first clause"),
    Case(
        "Imports rose 5 percent.",
        "Exports rose 5 percent while imports rose 2 percent.",
        SUBJECT,
        "second clause's noun",
    ),
    Case("Imports rose 2 percent.", "Exports rose 5 percent while imports rose 2 percent.", OK, "second clause"),
    Case("Profit at Vestra was $4.5 billion.", "Sales at Vestra were $4.5 billion.", SUBJECT, "profit is not sales"),
    Case("Revenue at Vestra was $4.5 billion.", "Sales at Vestra were $4.5 billion.", OK, "revenue for sales"),
    Case(
        "Vestra's profit was $1.2 billion.",
        "Vestra's sales rose to $4.5 billion and its profit fell to $1.2 billion.",
        OK,
        "its profit",
    ),
    Case(
        "Vestra's profit was $4.5 billion.",
        "Vestra's sales rose to $4.5 billion and its profit fell to $1.2 billion.",
        SUBJECT,
        "sales told as profit",
    ),
    Case(
        "Lima received 30 buses.",
        "Quito received 45 buses, Lima received 30 and La Paz received 12.",
        OK,
        "a list of three",
    ),
    Case(
        "La Paz received 30 buses.",
        "Quito received 45 buses, Lima received 30 and La Paz received 12.",
        SUBJECT,
        "the next in the list",
    ),
    Case(
        "Quito received 12 buses.",
        "Quito received 45 buses, Lima received 30 and La Paz received 12.",
        SUBJECT,
        "the last one's figure",
    ),
    Case("Turku has 9 ferries.", "Turku and Vaasa have 9 and 14 ferries respectively.", OK, "respectively, first"),
    Case(
        "Turku has 14 ferries.", "Turku and Vaasa have 9 and 14 ferries respectively.", SUBJECT, "respectively, crossed"
    ),
    Case("Vaasa has 14 ferries.", "Turku and Vaasa have 9 and 14 ferries respectively.", OK, "respectively, second"),
    Case(
        "The company employs 800 people in Oran.",
        "It employs 800 people in Oran.",
        OK,
        "it, from the context",
        context="The company makes tiles.",
    ),
    Case(
        "Brixel employs 800 people in Oran.",
        "It employs 800 people in Oran.",
        OK,
        "the name stands before",
        context="Brixel makes tiles.",
    ),
    Case(
        "Brixel employs 800 people in Oran.",
        "Domus employs 800 people in Oran.",
        SUBJECT,
        "the name before is another's",
        context="Brixel makes tiles.",
    ),
    Case(
        "Brixel employs 800 people.",
        "The firm employs 800 people.",
        OK,
        "the name stands in the title",
        title="Brixel to open a kiln",
    ),
    Case("Women hold 40 seats.", "Men hold 40 seats and women hold 22.", SUBJECT, "men told as women"),
    Case("Women hold 22 seats.", "Men hold 40 seats and women hold 22.", OK, "women's own figure"),
    Case(
        "The budget of Ghent is 3 million euros.",
        "The budget of Bruges is 5 million euros and that of Ghent 3 million euros.",
        OK,
        "that of",
    ),
    Case(
        "The budget of Bruges is 3 million euros.",
        "The budget of Bruges is 5 million euros and that of Ghent 3 million euros.",
        SUBJECT,
        "that of, crossed",
    ),
    Case("Wheat output was 9 million tonnes.", "Barley output was 9 million tonnes.", SUBJECT, "another crop"),
    Case(
        "Of the trainees, 60 percent were women.", "Women made up 60 percent of the trainees.", OK, "the order of words"
    ),
    Case(
        "Some 4,000 homes in Hanover lost power.",
        "Some 4,000 homes in Hanover lost power, and 300 in Celle.",
        OK,
        "the first place",
    ),
    Case(
        "Some 4,000 homes in Celle lost power.",
        "Some 4,000 homes in Hanover lost power, and 300 in Celle.",
        SUBJECT,
        "the second place's name",
    ),
    Case("Ines Duarte scored 24 points.", "Ines Duarte scored 24 points and Mara Voss added 17.", OK, "whole name"),
    Case(
        "Mara Voss scored 24 points.",
        "Ines Duarte scored 24 points and Mara Voss added 17.",
        SUBJECT,
        "the other player",
    ),
    Case("Lagos has 12 clinics.", "Lagos has 107 clinics while the capital has 12.", SUBJECT, "the capital's figure"),
)
