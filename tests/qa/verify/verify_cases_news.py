"""News sentences, each with what may be said of it (True) and what may not (False)."""

from datetime import date

# (published, sentence, claims)
NEWS = (
    (
        date(2023, 9, 14),
        "Vietnam's coffee exports rose 14.5% to 1.3 million tonnes in the first eight months, "
        "worth $3.1 billion, customs data showed on Thursday.",
        (
            ("Vietnam exported 1.3 million tonnes of coffee in the first eight months of 2023.", True),
            ("Coffee exports from Vietnam increased by 14.5 percent.", True),
            ("Vietnam's coffee exports were worth $3.1 billion.", True),
            ("Vietnam's coffee exports fell 14.5%.", False),
            ("Vietnam imported 1.3 million tonnes of coffee.", False),
            ("Vietnam's rice exports rose 14.5%.", False),
            ("Vietnam's coffee exports rose to 14.5 million tonnes.", False),
            ("Vietnam's coffee exports in August were worth $3.1 billion.", False),
            ("Vietnam's coffee exports were worth $1.3 billion.", False),
            ("Vietnam's coffee exports rose 14.5% in 2022.", False),
        ),
    ),
    (
        date(2023, 9, 14),
        "Two pilots and 63 passengers survived when a turboprop overran the runway at Kathmandu; "
        "nine people were taken to hospital.",
        (
            ("Nine people were taken to hospital.", True),
            ("Sixty-three passengers survived.", True),
            ("Two pilots survived the accident.", True),
            ("Nine people died.", False),
            ("The plane carried 65 passengers.", False),
            ("63 people were taken to hospital.", False),
            ("Nine pilots were taken to hospital.", False),
        ),
    ),
    (
        date(2023, 9, 14),
        "The Norwegian fund, the world's largest, returned 10 percent in the first half, or 1.5 "
        "trillion kroner ($143 billion), helped by technology stocks.",
        (
            ("The Norwegian fund returned 10 percent in the first half of 2023.", True),
            ("The fund earned 1.5 trillion kroner ($143 billion).", True),
            ("The fund earned $143 billion in the first half.", True),
            ("The fund earned $143 million.", False),
            ("The fund lost 10 percent in the first half.", False),
            ("The fund returned 10 percent in 2023.", False),
            ("The Swedish fund returned 10 percent.", False),
            ("The fund earned 143 billion kroner.", False),
        ),
    ),
    (
        date(2023, 9, 14),
        "Ecuador's voters backed a ban on drilling in Yasuni by 59 percent to 41 percent, while a "
        "mining ban near Quito won 68 percent.",
        (
            ("A mining ban near Quito won 68 percent.", True),
            ("59 percent of voters backed the drilling ban in Yasuni.", True),
            ("68 percent backed a ban on drilling in Yasuni.", False),
            ("Ecuador's voters rejected a ban on drilling in Yasuni.", False),
            ("Ecuador's voters backed a ban on drilling.", True),
        ),
    ),
    (
        date(2023, 9, 14),
        "Tesla rival Nivo delivered 10,300 cars in August, down from 20,400 in July, and kept its "
        "target of 55,000 for the third quarter.",
        (
            ("Nivo delivered 10,300 cars in August.", True),
            ("Nivo delivered 20,400 cars in July.", True),
            ("Nivo delivered 20,400 cars in August.", False),
            ("Nivo delivered 55,000 cars in the third quarter.", False),
            ("Nivo's target for the third quarter is 55,000 cars.", True),
            ("Tesla delivered 10,300 cars in August.", False),
            ("Nivo's deliveries rose to 10,300 in August.", False),
        ),
    ),
    (
        date(2023, 9, 14),
        "The law, passed by 312 votes to 208, bars smoking in parks from 1 January 2024 and sets "
        "fines of up to 500 euros.",
        (
            ("The law was passed by 312 votes to 208.", True),
            ("Fines are up to 500 euros.", True),
            ("Fines are at least 500 euros.", False),
            ("The law takes effect on 1 January 2024.", True),
            ("The law takes effect on 1 January 2025.", False),
            ("The law was rejected by 312 votes to 208.", False),
            ("The law was passed by 208 votes.", False),
            ("The fine is 500 euros.", False),
        ),
    ),
    (
        date(2023, 9, 14),
        "Ruth Amadi, who has run the clinic in Jos since 2011, said it treats some 240 patients a "
        "day, twice as many as before the war.",
        (
            ("The clinic in Jos treats about 240 patients a day.", True),
            ("Ruth Amadi has run the clinic since 2011.", True),
            ("Ruth Amadi has run the clinic since 2001.", False),
            ("The clinic treats 240 patients a week.", False),
            ("The clinic treats 420 patients a day.", False),
            ("The clinic in Kano treats about 240 patients a day.", False),
            ("John Amadi has run the clinic since 2011.", False),
        ),
    ),
    (
        date(2023, 9, 14),
        "Samruk said on Tuesday it would cut 1,200 of its 9,800 jobs and close two of its seven "
        "smelters by the end of next year.",
        (
            ("Samruk plans to cut 1,200 jobs.", True),
            ("Samruk has 9,800 jobs.", True),
            ("Samruk will close two smelters by the end of 2024.", True),
            ("Samruk cut 1,200 jobs.", False),
            ("Samruk will close seven smelters.", False),
            ("Samruk will cut 9,800 jobs.", False),
            ("Samruk will close two smelters by the end of 2023.", False),
            ("Samruk will open two smelters.", False),
        ),
    ),
    (
        date(2023, 9, 14),
        "Average rents in Dublin rose 4.8% in the year to June to 2,102 euros a month, against "
        "1,314 euros elsewhere in Ireland.",
        (
            ("Average rents in Dublin were 2,102 euros a month.", True),
            ("Rents in Dublin rose 4.8 percent.", True),
            ("Rents in Dublin rose by 4.8 percentage points.", False),
            ("Average rents in Dublin were 1,314 euros a month.", False),
            ("Average rents in Dublin were 2,102 euros a year.", False),
            ("Rents in Cork rose 4.8 percent.", False),
            ("Average rents in Dublin fell to 2,102 euros.", False),
        ),
    ),
    (
        date(2023, 9, 14),
        "The volcano on La Reina last erupted in 1949, sending ash 12 kilometres high and forcing "
        "5,000 islanders to flee.",
        (
            ("The volcano last erupted in 1949.", True),
            ("The eruption forced 5,000 islanders to flee.", True),
            ("The ash rose 12 kilometres.", True),
            ("The volcano erupted in 1994.", False),
            ("5,000 islanders died.", False),
            ("Ash rose 12 miles high.", False),
            ("The volcano has not erupted since 1949.", False),
            ("About 5,000 islanders returned.", False),
        ),
    ),
    (
        date(2021, 11, 4),
        "Pakistan's wheat stocks fell to 4.8 million tonnes by the end of October, enough for 110 "
        "days, food secretary Nasreen Gul told reporters in Multan.",
        (
            ("Wheat stocks in Pakistan stood at 4.8 million tonnes at the end of October 2021.", True),
            ("The stocks are enough for 110 days.", True),
            ("Nasreen Gul is the food secretary.", True),
            ("Wheat stocks in Pakistan rose to 4.8 million tonnes.", False),
            ("Pakistan's rice stocks fell to 4.8 million tonnes.", False),
            ("India's wheat stocks fell to 4.8 million tonnes.", False),
            ("The stocks are enough for 110 weeks.", False),
            ("Wheat stocks fell by 4.8 million tonnes.", False),
            ("Wheat stocks fell to 4.8 million tonnes by the end of September.", False),
        ),
    ),
    (
        date(2021, 11, 4),
        "A ferry with 214 people aboard caught fire off Corfu early on Friday; 3 passengers are "
        "missing and 9 truck drivers were treated for burns.",
        (
            ("The ferry had 214 people aboard.", True),
            ("Three passengers are missing.", True),
            ("Nine truck drivers were treated for burns.", True),
            ("Nine passengers are missing.", False),
            ("Three truck drivers were treated for burns.", False),
            ("The ferry had 241 people aboard.", False),
            ("214 people are missing.", False),
            ("Three passengers died.", False),
        ),
    ),
    (
        date(2021, 11, 4),
        "Bank Rakyat lent 1,042 trillion rupiah in the quarter, up 9.7 percent from a year "
        "earlier, and set aside 8.3 trillion rupiah for bad loans.",
        (
            ("Bank Rakyat's lending grew 9.7 percent.", True),
            ("Bank Rakyat lent 1,042 trillion rupiah.", True),
            ("Bank Rakyat set aside 8.3 trillion rupiah for bad loans.", True),
            ("Bank Rakyat lent 8.3 trillion rupiah.", False),
            ("Bank Rakyat's lending shrank 9.7 percent.", False),
            ("Bank Rakyat lent 1,042 billion rupiah.", False),
            ("Bank Mandiri lent 1,042 trillion rupiah.", False),
            ("Bank Rakyat set aside 1,042 trillion rupiah for bad loans.", False),
        ),
    ),
    (
        date(2021, 11, 4),
        "Mexico City's new line 3 metrobus carries 190,000 riders daily, about 20,000 fewer than "
        "planned, because two stations are still closed.",
        (
            ("The line carries 190,000 riders a day.", True),
            ("Two stations are still closed.", True),
            ("The line carries 20,000 riders daily.", False),
            ("The line carries 190,000 riders a week.", False),
            ("Two stations have opened.", False),
            ("The line was planned to carry 190,000 riders daily.", False),
            ("Line 4 carries 190,000 riders daily.", False),
        ),
    ),
    (
        date(2021, 11, 4),
        "Analysts polled by Argus had expected profit of 310 million crowns, but Ceska Ocel "
        "reported 287 million, its weakest result since 2015.",
        (
            ("Ceska Ocel reported profit of 287 million crowns.", True),
            ("Analysts had expected profit of 310 million crowns.", True),
            ("Ceska Ocel reported profit of 310 million crowns.", False),
            ("It was the weakest result since 2015.", True),
            ("It was the strongest result since 2015.", False),
            ("Analysts had expected profit of 287 million crowns.", False),
            ("It was the weakest result since 2005.", False),
        ),
    ),
    (
        date(2021, 11, 4),
        "Some 62% of Chileans voted to reject the draft, and 38% backed it, with turnout of nearly 13 million.",
        (
            ("About 62 percent of Chileans voted to reject the draft.", True),
            ("38 percent backed the draft.", True),
            ("62 percent of Chileans backed the draft.", False),
            ("Turnout was nearly 13 million.", True),
            ("Turnout was more than 13 million.", False),
            ("38 percent of Chileans voted to reject the draft.", False),
            ("62 percent of Peruvians voted to reject the draft.", False),
        ),
    ),
    (
        date(2021, 11, 4),
        "The reactor at Olkiluoto will reach full output of 1,600 megawatts in June 2022, twelve "
        "years late, operator TVO said.",
        (
            ("The reactor will reach 1,600 megawatts in June 2022.", True),
            ("The reactor is twelve years late.", True),
            ("The reactor reached 1,600 megawatts.", False),
            ("The reactor will reach 1,600 megawatts in July 2022.", False),
            ("The reactor will reach 1,600 kilowatts.", False),
            ("The reactor is two years late.", False),
            ("TVO is the operator.", True),
        ),
    ),
    (
        date(2021, 11, 4),
        "Kenyan runner Faith Chebet, 27, clocked 3:52 in Doha to beat Ethiopia's Sara Tola by half a second.",
        (
            ("Faith Chebet is 27.", True),
            ("Faith Chebet beat Sara Tola in Doha.", True),
            ("Sara Tola beat Faith Chebet in Doha.", False),
            ("Sara Tola is 27.", False),
            ("Faith Chebet is 37.", False),
            ("Faith Chebet beat Sara Tola in Dubai.", False),
            ("Faith Chebet is Ethiopian.", False),
        ),
    ),
    (
        date(2021, 11, 4),
        "Neither the union nor the employer, Halden Steel, would say how many of the 1,900 "
        "workers had joined the walkout.",
        (
            ("Halden Steel has 1,900 workers.", True),
            ("All 1,900 workers joined the walkout.", False),
            ("The union said 1,900 workers had joined the walkout.", False),
            ("The employer is Halden Steel.", True),
        ),
    ),
    (
        date(2021, 11, 4),
        "Scientists found no evidence that the vaccine raised the risk of clots, a review of 2.3 "
        "million records in Denmark showed.",
        (
            ("The review covered 2.3 million records.", True),
            ("The vaccine raised the risk of clots.", False),
            ("Scientists found evidence that the vaccine raised the risk of clots.", False),
            ("Scientists found no evidence that the vaccine raised the risk of clots.", True),
            ("The review covered 2.3 million patients.", False),
            ("The review covered records in Sweden.", False),
        ),
    ),
)
