"""Name a currency from its symbol, code or words, without guessing which dollar, pound, peso or rupee is meant.

A bare "$" stays "$", a bare "¥" stays "¥", bare rupees, pesos, francs, dinars ... keep their own word.
"""

from ingest.figures.tokens import Line, wordset

SYMBOLS = {
    "$": "$",
    "＄": "$",
    "€": "EUR",
    "£": "GBP",
    "￡": "GBP",
    "¥": "¥",
    "￥": "¥",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "฿": "THB",
    "₫": "VND",
    "₦": "NGN",
    "₱": "PHP",
    "₴": "UAH",
    "₡": "CRC",
    "₸": "KZT",
    "₾": "GEL",
    "₵": "GHS",
    "元": "CNY",
    "円": "JPY",
}
# What stands before a dollar sign.
PREFIXED = {
    "us": "USD",
    "hk": "HKD",
    "a": "AUD",
    "au": "AUD",
    "aus": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "s": "SGD",
    "sg": "SGD",
    "nz": "NZD",
    "nt": "TWD",
    "r": "BRL",
    "mx": "MXN",
    "j": "JMD",
    "tt": "TTD",
    "n": "NAD",
    "z": "ZWL",
    "cn": "CNY",
    "jp": "JPY",
}
CODES = wordset(
    "USD EUR GBP JPY CNY CNH HKD AUD CAD SGD NZD TWD CHF SEK NOK DKK INR PKR LKR BDT NPR KRW RUB UAH TRY ILS AED"
    " SAR QAR KWD BHD OMR EGP ZAR NGN KES GHS UGX TZS ETB MAD BRL MXN ARS CLP COP PEN THB MYR IDR PHP VND PLN CZK"
    " HUF RON BGN KZT GEL ISK XOF XAF BTC ETH NAD JMD TTD CRC ZWL IRR IQD JOD LBP"
)
# Short forms that stand before or after the amount; case matters ("Rs", "RM", "R").
SHORT = {"RMB": "CNY", "Rs": "rupee", "Rs.": "rupee", "INR": "INR", "RM": "MYR", "Rp": "IDR", "NT": "TWD"}
SHORT |= {"Ksh": "KES", "KSh": "KES", "Sh": "shilling", "Tk": "BDT", "AED": "AED", "Dh": "dirham", "Dhs": "dirham"}
SHORT |= {"R": "ZAR", "kr": "krone", "Fr": "CHF", "zł": "PLN", "Kč": "CZK", "GH¢": "GHS", "US": "USD", "Php": "PHP"}
# The word alone says the currency, or (lower case on the right) only its family.
NAMES = {
    "dollar": "$",
    "buck": "$",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "won": "KRW",
    "ruble": "RUB",
    "rouble": "RUB",
    "rupee": "rupee",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "baht": "THB",
    "dong": "VND",
    "taka": "BDT",
    "naira": "NGN",
    "cedi": "GHS",
    "birr": "ETB",
    "rand": "ZAR",
    "hryvnia": "UAH",
    "zloty": "PLN",
    "zlotys": "PLN",
    "forint": "HUF",
    "koruna": "CZK",
    "tenge": "KZT",
    "lari": "GEL",
    "lira": "TRY",
    "shekel": "ILS",
    "sterling": "GBP",
    "bitcoin": "BTC",
    "reais": "BRL",
    "kronor": "SEK",
    "kroner": "krone",
    "krone": "krone",
    "krona": "SEK",
    "crown": "crown",
    "franc": "franc",
    "peso": "peso",
    "dinar": "dinar",
    "dirham": "dirham",
    "riyal": "riyal",
    "rial": "rial",
    "shilling": "shilling",
    "cent": "cent",
    "pence": "pence",
    "quid": "GBP",
    "leu": "RON",
    "lei": "RON",
    "sol": "PEN",
    "soles": "PEN",
}
NAMES |= {f"{name}s": code for name, code in NAMES.items() if not name.endswith("s")}
del NAMES["sols"], NAMES["reaiss" if "reaiss" in NAMES else "leis"]
# A nation before a family word settles it.
_NATIONAL = {
    "dollar": "us USD|u.s. USD|american USD|hong-kong HKD|australian AUD|canadian CAD|singapore SGD|new-zealand NZD"
    "|taiwan TWD|new-taiwan TWD|jamaican JMD|namibian NAD|singaporean SGD",
    "pound": "british GBP|egyptian EGP|lebanese LBP|sterling GBP|sudanese SDG|syrian SYP",
    "rupee": "indian INR|pakistani PKR|pakistan PKR|sri-lankan LKR|nepali NPR|nepalese NPR",
    "crown": "swedish SEK|norwegian NOK|danish DKK|czech CZK|icelandic ISK",
    "franc": "swiss CHF|cfa XOF",
    "peso": "mexican MXN|philippine PHP|argentine ARS|chilean CLP|colombian COP",
    "krone": "norwegian NOK|danish DKK",
    "kroner": "norwegian NOK|danish DKK",
    "kronor": "swedish SEK",
    "krona": "icelandic ISK|swedish SEK",
    "shilling": "kenyan KES|kenya KES|ugandan UGX|uganda UGX|tanzanian TZS",
    "dinar": "kuwaiti KWD|bahraini BHD|iraqi IQD|jordanian JOD|serbian RSD",
    "dirham": "uae AED|emirati AED|moroccan MAD",
    "riyal": "saudi SAR|qatari QAR|omani OMR",
    "rial": "iranian IRR|omani OMR",
    "real": "brazilian BRL",
    "won": "korean KRW|south-korean KRW",
    "yuan": "chinese CNY",
    "yen": "japanese JPY",
    "lira": "turkish TRY",
    "ruble": "russian RUB|belarusian BYN",
    "rouble": "russian RUB|belarusian BYN",
    "cent": "us UScent|euro EURcent",
}
NATIONAL = {
    (nation, word): code
    for word, pairs in _NATIONAL.items()
    for nation, code in (pair.split(" ") for pair in pairs.split("|"))
}
NATIONS = frozenset(nation.partition("-")[0] for nation, _ in NATIONAL)
# The families a bare word may mean; a member is only weakly the same as its family.
FAMILIES: dict[str, frozenset[str]] = {}
for (_nation, _word), _code in NATIONAL.items():
    _family = NAMES.get(_word, _word)
    if _family != _code:
        FAMILIES[_family] = FAMILIES.get(_family, frozenset()) | {_code}
FAMILIES["$"] |= set(PREFIXED.values()) - {"BRL", "CNY", "JPY"}
FAMILIES["¥"] = frozenset({"CNY", "JPY"})
FAMILIES["pound"] |= {"lb"}
FAMILIES["cent"] = frozenset({"UScent", "EURcent"})
NATIONAL_CODES = frozenset(NATIONAL.values())
CODES |= NATIONAL_CODES - {"UScent", "EURcent"}


def read_before(line: Line, i: int) -> tuple[str, int] | None:
    """Read a currency that stands before its amount at token `i`: code and the token after it."""
    raw = line.raw[i] if i < line.n else ""
    if raw in SYMBOLS and raw not in "元円":
        return SYMBOLS[raw], i + 1
    if not raw[:1].isalpha():
        return None
    after = line.word(i + 1)
    if after == "." and line.glued(i + 1) and line.word(i + 2) == "s" and raw == "U":  # U.S.$5
        j = i + 4 if line.word(i + 3) == "." else i + 3
        return ("USD", j + 1) if line.word(j) == "$" else None
    if after in ("$", "＄") and line.glued(i + 1) and raw.isupper() and line.low[i] in PREFIXED:
        return PREFIXED[line.low[i]], i + 2
    if after in ("¥", "￥") and line.glued(i + 1) and raw in ("CN", "JP"):
        return PREFIXED[line.low[i]], i + 2
    if raw in CODES:
        return ("CNY" if raw == "CNH" else raw), i + 1
    if raw in SHORT and raw not in ("US", "NT"):
        j = i + 2 if after == "." and line.glued(i + 1) else i + 1
        near = line.glued(j) or raw not in ("R", "Fr", "Sh")
        return (SHORT[raw], j) if near else None
    return None


def _national(line: Line, i: int) -> tuple[str, int] | None:
    """Read "US dollars", "Hong Kong dollars", "South Korean won", "U.S. dollars"."""
    first, j = line.low[i], i + 1
    if first not in NATIONS and first != "u":
        return None
    if first == "u" and line.phrase(i, ("u", ".", "s", ".")):
        first, j = "us", i + 4
    for nation, k in ((f"{first}-{line.word(j)}", j + 1), (first, j)):
        k = k + 1 if line.word(k) == "-" else k
        word = line.word(k)
        code = NATIONAL.get((nation, word)) or NATIONAL.get((nation, word.removesuffix("s")))
        if code:
            return code, k + 1
    return None


def read_after(line: Line, i: int) -> tuple[str, int] | None:
    """Read a currency that stands after its amount at token `i`: code and the token after it."""
    if i >= line.n:
        return None
    raw, word = line.raw[i], line.low[i]
    if raw in SYMBOLS:
        return SYMBOLS[raw], i + 1
    if not raw[0].isalpha():
        return None
    national = _national(line, i)
    if national:
        return national
    if raw in CODES:
        return ("CNY" if raw == "CNH" else raw), i + 1
    if raw in ("kr", "zł", "Kč"):
        return SHORT[raw], i + 1
    if raw in SHORT and raw in ("US", "NT") and line.word(i + 1) == "$":
        return SHORT[raw], i + 2
    if word == "real" and line.word(i + 1) not in ("estate", "terms", "wages"):
        return None
    if word in ("pounds", "pound") and line.word(i + 1) == "sterling":
        return "GBP", i + 2
    if word in NAMES and not (line.is_capital(i) and word in ("won", "sol", "rand", "dong", "lira")):
        return NAMES[word], i + 1
    return None
