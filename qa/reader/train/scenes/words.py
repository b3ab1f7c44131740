"""The word lists of `scenes`: data, no code. All names are invented or common; nothing is from an article."""

NAMES = {
    "given": """Ines Omar Lucia Henrik Aisha Pavel Grace Tomas Mei Rashid Elena Kofi Priya Johan Nadia Samuel Yuki
    Carlos Fatima Leon Marta Dmitri Amina Victor Sofia Hassan Ingrid Paulo Leila Bruno Anna Kwame Rosa Ivan Zhang Li
    Chen Wang Arjun Sunita Peter Helen Mark Laura David Ruth James Claire""".split(),
    "family": """Falk Haddad Moreno Lindqvist Okafor Novak Mensah Tanaka Rahman Petrova Silva Berg Sharma Keller Diallo
    Fischer Costa Ivanov Nakamura Hussein Larsen Ortega Dubois Gupta Weber Kim Park Santos Reyes Wright Hughes Morgan
    Carter Wen Jun Hao Lin Mbeki Adeyemi Rossi Bianchi Schmidt""".split(),
    "stem": """Norvale Calder Brightwater Orlan Kestrel Mirano Tessler Varga Helix Solace Dunmore Aster Lumen Crestline
    Halden Pacific Northern Zenith Ravel Quinta Harbour Delta Granite Silver Union Atlas Monarch Corvo""".split(),
    "trade": """Motors Steel Foods Energy Bank Airlines Pharma Mining Shipping Textiles Airways Chemicals Insurance
    Logistics Retail Telecom Robotics Cement Paper Brewing Media Holdings Railways Foundry Optics""".split(),
    "place": """Aldermouth Brookfen Castel Dorvik Esterhill Fallow Garrano Hintown Isley Kolda Lorne Marrow Nantes
    Ostend Porto Quito Riga Seville Turin Utrecht Verona Warsaw York Zagreb Accra Lagos Nairobi Kampala Mumbai Pune
    Delhi Hanoi Manila Jakarta Shanghai Wuhan Chengdu Shenzhen Osaka Kyoto Lima Bogota Santiago Dallas Denver Boston
    Seattle Ohio Texas Kenya Ghana Peru Chile Norway Sweden Poland Spain Vietnam Thailand""".split(),
    "month": """January February March April May June July August September October November December""".split(),
    "weekday": """Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split(),
}

WORDS = {
    "number": """two three four five six seven eight nine ten eleven twelve""".split(),
    "thing": """homes schools clinics bridges buses trams ferries turbines wells hostels shelters flats""".split(),
    "folk": """people workers residents passengers students patients soldiers miners nurses refugees fans""".split(),
    "crop": """wheat rice maize coffee cocoa cotton sugar barley tea tomatoes""".split(),
    "trait": """port city|mining town|rail hub|market town|university town|ski resort|border city""".split("|"),
    "office": (
        "mayor|governor|police chief|finance minister|health minister|head coach|chief executive|foreign minister"
        "|director of the museum|chief prosecutor|head of the central bank|president of the university"
    ).split("|"),
    "work": "bridge|tunnel|stadium|hospital|airport|power plant|library|reservoir|railway station|theatre".split("|"),
    "goods": """cars phones batteries bicycles shoes tractors tyres cameras chips boats engines""".split(),
    "substance": """waste coal water gas ore sand grain timber salt milk cement""".split(),
    "calamity": """fire explosion flood landslide crash collision storm earthquake stampede shooting""".split(),
    "verdict": """fraud|theft|arson|smuggling|murder|bribery|tax evasion|kidnapping|forgery""".split("|"),
}
