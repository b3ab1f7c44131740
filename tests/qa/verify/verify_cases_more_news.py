"""More news sentences, each with what may be said of it (True) and what may not (False)."""

from datetime import date

# (published, sentence, claims)
NEWS = (
    (
        date(2025, 2, 18),
        "Colombia's coffee federation said output jumped 40 percent in January to 1.35 million "
        "bags of 60 kilograms, the best January in 22 years.",
        (
            ("Colombia produced 1.35 million bags of coffee in January 2025.", True),
            ("Coffee output in Colombia jumped 40 percent in January.", True),
            ("It was the best January in 22 years.", True),
            ("Coffee output in Colombia jumped to 40 million bags.", False),
            ("Brazil's coffee output jumped 40 percent.", False),
            ("Coffee output in Colombia jumped 40 percent in February.", False),
            ("It was the best January in 12 years.", False),
            ("Each bag weighs 50 kilograms.", False),
        ),
    ),
    (
        date(2025, 2, 18),
        "Rescuers pulled 11 survivors from the collapsed mine at Kolwezi on Sunday, four days "
        "after heavy rain flooded two of its shafts, killing at least 6 miners.",
        (
            ("Eleven survivors were pulled from the mine at Kolwezi.", True),
            ("At least six miners were killed.", True),
            ("Heavy rain flooded two shafts.", True),
            ("Eleven miners were killed.", False),
            ("At most six miners were killed.", False),
            ("Six survivors were pulled from the mine.", False),
            ("The mine at Lubumbashi collapsed.", False),
            ("Heavy rain flooded six shafts.", False),
        ),
    ),
    (
        date(2025, 2, 18),
        "Mitsuda Motors cut its full-year profit forecast to 290 billion yen from 380 billion "
        "yen, blaming weaker demand in Thailand and a stronger yen.",
        (
            ("Mitsuda Motors expects a full-year profit of 290 billion yen.", True),
            ("Mitsuda Motors cut its profit forecast to 290 billion yen.", True),
            ("Mitsuda Motors raised its profit forecast to 290 billion yen.", False),
            ("Mitsuda Motors cut its profit forecast to 380 billion yen.", False),
            ("Mitsuda Motors made a profit of 290 billion yen.", False),
            ("Mitsuda Motors cut its sales forecast to 290 billion yen.", False),
            ("Demand in Vietnam was weaker.", False),
            ("Mitsuda Motors blamed weaker demand in Thailand.", True),
        ),
    ),
    (
        date(2025, 2, 18),
        "Unlike its neighbours, Botswana, whose diamonds earn 70% of export revenue, has refused "
        "to devalue, Finance Minister Ndaba Gaolathe told parliament.",
        (
            ("Diamonds earn 70 percent of Botswana's export revenue.", True),
            ("Botswana has refused to devalue.", True),
            ("Botswana has devalued.", False),
            ("Gold earns 70 percent of Botswana's export revenue.", False),
            ("Diamonds earn 70 percent of Namibia's export revenue.", False),
            ("Ndaba Gaolathe is finance minister.", True),
            ("Diamonds earn 17 percent of Botswana's export revenue.", False),
        ),
    ),
    (
        date(2025, 2, 18),
        "The regulator fined Telia 2 million euros and Elisa 750,000 euros for sharing the data "
        "of 1.1 million customers without consent.",
        (
            ("Telia was fined 2 million euros.", True),
            ("Elisa was fined 750,000 euros.", True),
            ("Elisa was fined 2 million euros.", False),
            ("Telia was fined 750,000 euros.", False),
            ("The data of 1.1 million customers was shared.", True),
            ("Telia and Elisa were fined 2 million euros and 750,000 euros.", True),
            ("The data of 2 million customers was shared.", False),
            ("The regulator fined Telia 2 million dollars.", False),
        ),
    ),
    (
        date(2025, 2, 18),
        "About 300,000 pupils in Kerala will get laptops next year, the state said, after a pilot "
        "in 40 schools raised pass rates from 61 to 78 percent.",
        (
            ("About 300,000 pupils in Kerala will get laptops in 2026.", True),
            ("The pilot took place in 40 schools.", True),
            ("Pass rates rose to 78 percent in the pilot.", True),
            ("About 300,000 pupils in Kerala got laptops.", False),
            ("Pass rates fell from 78 to 61 percent.", False),
            ("About 300,000 pupils in Kerala will get laptops in 2025.", False),
            ("The pilot took place in 400 schools.", False),
            ("About 300,000 teachers in Kerala will get laptops.", False),
        ),
    ),
    (
        date(2025, 2, 18),
        "Inflation in Argentina was 2.2% in January, the lowest since July 2020, compared with 20.6% a year before.",
        (
            ("Argentina's inflation was 2.2 percent in January 2025.", True),
            ("Inflation in Argentina was 20.6 percent in January 2025.", False),
            ("Inflation in Argentina was 20.6 percent a year before.", True),
            ("It was the lowest since July 2020.", True),
            ("It was the highest since July 2020.", False),
            ("Inflation in Chile was 2.2 percent in January.", False),
            ("Inflation in Argentina was 22 percent in January.", False),
        ),
    ),
    (
        date(2025, 2, 18),
        "Sigrid Holm won 54 percent of the vote to Jan Moen's 46 percent and will be sworn in as "
        "mayor of Bodo on 3 March.",
        (
            ("Sigrid Holm won 54 percent of the vote.", True),
            ("Jan Moen won 46 percent of the vote.", True),
            ("Jan Moen won 54 percent of the vote.", False),
            ("Sigrid Holm won 46 percent of the vote.", False),
            ("Sigrid Holm will be sworn in on 3 March 2025.", True),
            ("Sigrid Holm was sworn in on 3 March.", False),
            ("Sigrid Holm will be sworn in on 4 March.", False),
            ("Jan Moen will be sworn in as mayor of Bodo.", False),
        ),
    ),
)
