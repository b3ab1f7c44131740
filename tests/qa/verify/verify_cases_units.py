"""Pairs about units, scales and currencies."""

from verify_cases import OK, SCALE, SUBJECT, UNIT, VALUE, Case

CASES = (
    Case("The dam holds 8 thousand litres.", "The dam holds 8 million litres.", SCALE, "thousand for million"),
    Case("The dam holds 8 bn litres.", "The dam holds 8 million litres.", SCALE, "bn for million"),
    Case("Sales were 1.5 billion dollars.", "Sales were $1,500 million.", OK, "one value, two scales"),
    Case("The newborn weighed 2.4 kg.", "The newborn weighed 2.4 kilograms.", OK, "kg is kilograms"),
    Case("The newborn weighed 2,400 grams.", "The newborn weighed 2.4 kilograms.", OK, "grams and kilograms"),
    Case("The newborn weighed 2.4 grams.", "The newborn weighed 2.4 kilograms.", UNIT, "grams are not kilograms"),
    Case("The rate rose by 0.5 percent.", "The rate rose by 0.5 percentage points.", UNIT, "percent is not points"),
    Case(
        "The rate rose by 50 basis points.",
        "The rate rose by 0.5 percentage points.",
        OK,
        "50 basis points are half a point",
    ),
    Case("Sales were 1.5 million dollars.", "Sales were $1.5 billion.", SCALE, "million for billion"),
    Case("Sales were 1.5 trillion dollars.", "Sales were $1.5 billion.", SCALE, "trillion for billion"),
    Case("The bond raised Rs 4 lakh.", "The bond raised Rs 4 crore.", SCALE, "lakh for crore"),
    Case("The bond raised 40 million rupees.", "The bond raised Rs 4 crore.", OK, "a crore is ten million"),
    Case("The town lent 400,000 rupees.", "The town lent 4 lakh rupees.", OK, "a lakh is a hundred thousand"),
    Case(
        "The town lent 4 million rupees.", "The town lent 4 lakh rupees.", SCALE, "a lakh is no million", also=(VALUE,)
    ),
    Case("Sales were 1.5 billion euros.", "Sales were $1.5 billion.", UNIT, "euros are not dollars"),
    Case("Sales were HK$80 million.", "Sales were A$80 million.", UNIT, "which dollar"),
    Case("Sales were US$80 million.", "Sales were $80 million.", OK, "a dollar of no nation may be any"),
    Case("Sales were 80 million yen.", "Sales were 80 million yuan.", UNIT, "yen are not yuan"),
    Case(
        "The loan is worth $319 million.",
        "The loan is worth 2.3 billion yuan ($319 million).",
        OK,
        "the equivalent in brackets",
    ),
    Case(
        "The loan is worth 2.3 billion yuan.",
        "The loan is worth 2.3 billion yuan ($319 million).",
        OK,
        "the figure before the bracket",
    ),
    Case(
        "The loan is worth $2.3 billion.",
        "The loan is worth 2.3 billion yuan ($319 million).",
        UNIT,
        "currencies crossed",
    ),
    Case(
        "The loan is worth 319 million yuan.",
        "The loan is worth 2.3 billion yuan ($319 million).",
        VALUE,
        "currencies crossed the other way",
        also=(UNIT,),
    ),
    Case("The well is 300 metres deep.", "The well is 300 feet deep.", UNIT, "feet are not metres"),
    Case("The well is 0.3 km deep.", "The well is 300 metres deep.", OK, "metres and kilometres"),
    Case("The estate covers 40 hectares.", "The estate covers 40 acres.", UNIT, "acres are not hectares"),
    Case("The mine produced 5,000 tonnes.", "The mine produced 5,000 tons of zinc.", OK, "which ton is not said"),
    Case("The line carries 200 km/h trains.", "The line carries trains at 200 mph.", UNIT, "mph is not km/h"),
    Case(
        "Output was three times that of Chile.", "Output was 3 percent of that of Chile.", UNIT, "times is not percent"
    ),
    Case("Water reached 30 degrees Celsius.", "Water reached 30 degrees Fahrenheit.", UNIT, "Celsius and Fahrenheit"),
    Case("The strike lasted 12 days.", "The strike lasted 12 hours.", UNIT, "days are not hours"),
    Case("The strike lasted two weeks.", "The strike lasted 14 days.", OK, "two weeks are 14 days"),
    Case("The paper employs 40 firms.", "The paper employs 40 writers.", SUBJECT, "another counted noun", also=(UNIT,)),
    Case("The park has 300 companies.", "The park has 300 firms.", OK, "companies and firms"),
    Case("The park has 300 employees.", "The park has 300 firms.", SUBJECT, "employees are not firms", also=(UNIT,)),
    Case("The cut is worth 12 percent.", "The cut is worth $12.", UNIT, "percent is not dollars"),
)
