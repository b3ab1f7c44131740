"""The words and sentence shapes `bench.corpus` draws from."""

SYLLABLES = """
    ba ben bor cal cor dan del dor el fen gar gol hal han hol ir jan kar kel kor lan lem lin lor mal mar mel mon nar nel
    nor ol or pal pen por ran rel rin ros sal san sel sil sol tan tar tel tor ul val ven ver vin wal wen win yor zan zel
    """.split()
FIRST_NAMES = """
    Ada Amir Anna Bruno Carla Chidi Clara Dario Elena Emil Farah Goran Hana Hugo Ines Ivan Jonas Karin Leila Lukas Maria
    Mateo Nadia Nils Olga Omar Paula Pedro Rosa Samir Sofia Tomas Vera Viktor Yusuf Zoe
    """.split()
MONTHS = "January February March April May June July August September October November December".split()
INDUSTRIES = """
    airlines bank breweries cables cement chemicals dairy electric foods foundry gas glass insurance logistics machinery
    mining motors optics paper pharma plastics power rail rubber shipping software solar steel telecom textiles timber
    toys water wind
    """.split()
OFFICES = """
    mayor|governor|finance minister|transport minister|chief executive|chief economist|harbour master|head of planning
    |police chief|union leader|school inspector|chief engineer
    """.replace("\n", "").split("|")
OFFICES = [office.strip() for office in OFFICES]
PEOPLE = (
    "workers drivers engineers farmers miners nurses passengers pilots residents students teachers visitors".split()
)
PUBLISHERS = ["Morning Ledger", "The Courier", "Evening Dispatch", "Coast Tribune", "Valley Gazette", "Wire Service"]
EVENTS = """
    opens a plant|cuts jobs|wins a contract|faces an inquiry|delays a project|raises wages|buys a rival|plans a port
    |tests a ferry|closes a mine|seeks investors|settles a dispute
    """.replace("\n", "").split("|")
EVENTS = [event.strip() for event in EVENTS]
NOUNS = """
    agreement airport alliance apartment auction audit barrier bridge budget building bus cable campaign canal capacity
    cargo ceiling century chain channel charter claim clinic coast committee complaint contract corridor council
    court crane crew crop current customer cycle dam deadline debate debt decline decree delay delegation demand depot
    device dispute district dock drought economy election engine estate estimate exhibition factory failure fare ferry
    festival field fine fleet flood forecast forest fuel fund garden gate grain grant harbour harvest hearing highway
    hospital hotel housing import income industry inquiry inspection institute interest island journey judge labour lake
    laboratory law lawsuit leader lease lesson library licence limit line loan machine majority market measure meeting
    memorial metal mill mine ministry model mortgage motorway museum neighbour network office orchard order output owner
    park parliament passage patent payment pension permit petition pier pipeline plan plant platform policy port poster
    price prize profit project protest province pump quarry quarter queue quota railway rain record reform refund region
    report reserve reservoir resident result revenue river road roof route safety sample scheme school season sector
    service share shift shop signal site snow station statue stock storage store storm street strike student subsidy
    summer supply survey talent target tariff tax team tender term terminal theatre threat ticket tower town track trade
    traffic train transfer treaty trial tunnel turbine tutor union vaccine valley vehicle venture verdict vessel village
    vote voyage wage warehouse warning wheat winter workshop yard zone
    """.split()
ADJECTIVES = """
    annual broad central cheap civic coastal common costly distant double early eastern empty fast final foreign formal
    former fragile fresh frozen heavy hidden inland joint large late legal light local long major modern narrow national
    new northern old open outdated partial plain private public quiet rare regional remote rural sharp shared short slow
    small southern stable steep strict strong sudden temporary tight urban vacant vast warm western wide wooden
    """.split()
VERBS = """
    approved blocked bought built cancelled challenged checked cleared closed covered cut defended delayed doubled
    expanded financed fixed halted improved inspected joined launched leased limited lost managed measured merged moved
    opened ordered paused planned postponed praised proposed questioned reached rebuilt reduced renewed repaired
    replaced reported reviewed revised saved settled shared signed sold stopped studied supported tested traded
    upgraded welcomed widened
    """.split()

FACTS = (
    (
        "{company} employed {count} {people} in {place} at the end of {year}.",
        "How many {people} did {company} employ in {place} at the end of {year}?",
    ),
    (
        "{company} spent {amount} million euros on its site in {place} last year.",
        "How much did {company} spend on its site in {place}?",
    ),
    ("{person}, the {office} of {place}, visited the works of {company} on Monday.", "Who is the {office} of {place}?"),
    (
        "The main plant of {company} was opened on {day} after a long dispute.",
        "When was the main plant of {company} opened?",
    ),
    (
        "In {place}, {share} percent of {people} backed the plan of {company}, a poll found.",
        "What percentage of {people} in {place} backed the plan of {company}?",
    ),
    ("{company} moved its head office from {place} to {other} in {year}.", "Where did {company} move its head office?"),
    (
        "More than {count} {people} took part in the fair that {company} held in {other}.",
        "How many {people} took part in the fair of {company}?",
    ),
    (
        "{second} warned that {company} would miss its target because of the {place} strike.",
        "Who warned that {company} would miss its target?",
    ),
)
"""A sentence that says something and the question it answers."""

BACKGROUND = (
    "The {adj} {noun} {verb} the {noun} near {new}, and the {adj} {noun} was {verb} in {month}.",
    "{second} said the {noun} would need a {adj} {noun} before the {noun} could be {verb}.",
    "About {number} {noun}s were {verb} in the {adj} {noun}, {percent} more than a year earlier.",
    "According to the {noun} {noun}, the {adj} {noun} cost {money} and {verb} a {noun} in {place}.",
    "“We {verb} the {noun} because the {noun} was {adj},” {person} said on Tuesday.",
    "A {adj} {noun} between {place} and {new} has been {verb} since {month}, the {noun} said.",
    "The {noun} fell by {percent} to {number} as {adj} {noun}s {verb} the {noun} {noun}.",
    "In {new}, a {adj} {noun} {verb} its {noun}, while a {noun} of {number} {noun}s was {verb}.",
    "{company} had {verb} the {noun} with a {adj} {noun} from {other} for {money}.",
    "Critics of the {noun} say that its {adj} {noun} was {verb} without a {noun}.",
    "The {noun} in {other} rose to {money} in the first half, up {percent} on the {adj} {noun}.",
    "Neither the {noun} nor the {adj} {noun} of {new} has {verb} the {noun} {noun} so far.",
    "By {month} the {adj} {noun} should reach {number} {noun}s, {second} told the {noun}.",
    "Its {adj} {noun} {verb} {number} {noun}s over the past five years, mostly in {new}.",
)
"""What stands around it; every slot but those of the cast is drawn anew each time."""
