"""Names of those who publish: how to tell an outlet's name from a person, a place or a headline."""

import re

from ingest.text.wordsets import word_set

# Wires and agencies that sign the work of others' pages, as printed in datelines and bylines.
WIRES = (
    "Reuters|Associated Press|The Associated Press|AP|AFP|Agence France-Presse|Xinhua|Bloomberg|"
    "Bloomberg News|PRNewswire|PR Newswire|PR NEWSWIRE|GLOBE NEWSWIRE|BUSINESS WIRE|ACCESSWIRE|"
    "Business Wire|GlobeNewswire|ANI|PTI|IANS|UPI|TASS|Interfax|DPA|dpa|EFE|ANSA|Kyodo|Yonhap|"
    "Anadolu Agency|Bernama|Antara|CNA|PA Media|AAP|The Canadian Press|BBC|BBC News|CNN|NPR|CNBC|CBS|NBC|"
    "ABC|MSNBC|NHK|CGTN|CCTV|DW|Deutsche Welle|RFI|RTE|VOA|RFE/RL|Al Jazeera|Sky News|ITV|SABC|TVNZ|RNZ|"
    "Belga|Lusa|STT|NTB"
)
_WIRE = re.compile(rf"(?:{WIRES})")
# Words that newspapers, agencies and stations call themselves by.
_OUTLET_WORDS = (
    "Daily|Times|Post|News|Herald|Tribune|Journal|Gazette|Guardian|Telegraph|Observer|Standard|Chronicle|Globe|Mail|"
    "Express|Today|Weekly|Monitor|Bulletin|Online|Media|Newswire|Wire|Broadcasting|Agency|Examiner|Inquirer|Courier|"
    "Dispatch|Register|Sentinel|Independent|Economist|Press|Reporter|Review|Mirror|Magazine|Zeitung|Monde|Figaro|"
    "Ledger|Argus|Advertiser|Enquirer|Recorder"
)
_TAIL = (
    r"(?:\s(?:Global|Online|News|Agency|International|Service|Edition|Africa|Asia|Europe|UK|US|USA|Magazine|Group|"
    r"Network))*"
)
# "Herald Tribune", "Post-Dispatch": two of them are one name.
_NAME = re.compile(rf"\b(?:{_OUTLET_WORDS})(?:[ -](?:{_OUTLET_WORDS}))*\b{_TAIL}")
# First halves of names that have two words before the outlet word ("New York Times", "South China Morning Post").
_FIRST_HALVES = word_set(
    "New Los San Las St Wall South North East West Hong Kansas The Sunday Morning Evening Washington"
)
_DOMAIN = re.compile(
    r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|co|news|gov|edu|info|int|eu|uk|cn|in|au|ca|de|fr|jp|kr|za|ng|ke|hk|sg|"
    r"tv|io)\b"
)
# What portals call their sections ("World News"); no outlet is called that and nothing more.
_SECTION = re.compile(
    r"(?:Breaking|Business|World|Sports?|Local|Latest|Top|National|International|Markets?|Politic(?:s|al)|Tech|"
    r"Technology|Health|Science|Entertainment|Opinion|Video|Live|Weather|Good|Press|Book|Film|More|Other|Related|City)\s"
    rf"(?:News|Today|Review|Monitor|Weekly|Online|Press|Post|Express|Media|Agency)|(?:{_OUTLET_WORDS})"
)
_ROLES = re.compile(
    r"\b(correspondents?|editors?|reporters?|writers?|staff|bureau|columnists?|journalists?|analysts?|producers?|"
    r"contributors?|critics?|team|desk|"
    r"special|agencies|agency)\b",
    re.IGNORECASE,
)
LONGEST_NAME_WORDS = 6
# Head lines are shorter. A field of a row that is called "author" may hold a whole book, in words or in one.
LONGEST_LINE = 500


def find_outlet(words: str, known: str | None = None) -> str | None:
    """Find an outlet's name in the words of a head line: a domain, a known holder's name, a wire, or "... Times".

    `known` is a name the page gives elsewhere (its rights line); it is preferred, and taken with what follows it.
    Beyond LONGEST_LINE characters nothing is looked for.
    """
    words = words[:LONGEST_LINE]
    if known:
        found = re.search(rf"\b{re.escape(known)}\b{_TAIL}", words)
        if found:
            return found[0]
    domain = _DOMAIN.search(words)
    if domain:
        return domain[0]
    named = _NAME.search(words)
    if named:
        return _with_first_words(words, named)
    wire = re.search(rf"(?<![\w/-])(?:{WIRES})(?![\w-])", words)
    return wire[0] if wire else None


def is_outlet(line: str, known: str | None = None) -> bool:
    """Tell whether a whole line is nothing but an outlet's name."""
    line = line.strip()
    if len(line.split()) > LONGEST_NAME_WORDS or line.endswith((".", "?", "!", ":")) or _SECTION.fullmatch(line):
        return False
    if line == known or _WIRE.fullmatch(line) or _DOMAIN.fullmatch(line):
        return True
    found = find_outlet(line, known)
    return (found is not None and found == line.removeprefix("The ").strip()) or found == line


def split_page_title(line: str, known: str | None = None) -> tuple[str, str] | None:
    """Part the title of a page from the outlet's name behind it ("Port reopens | Coast Daily"); None without one."""
    parts = re.split(r"\s[|–—-]\s", line)
    if len(parts) < 2 or not is_outlet(parts[-1], known):
        return None
    return line[: line.rindex(parts[-1])].rstrip(" |–—-"), parts[-1].strip()


def is_role(words: str) -> bool:
    """Tell whether words of a byline say a job ("Economics Correspondent") and not a name."""
    return bool(_ROLES.search(words))


def _with_first_words(words: str, named: re.Match[str]) -> str:
    """Add the capitalised word before an outlet word, and the ones before it that belong to such names."""
    before = re.findall(r"[^\s,|]+", re.split(r"[,|•·()/]|\s[-–—]\s", words[: named.start()])[-1])
    taken: list[str] = []
    while (
        before
        and before[-1][:1].isupper()
        and before[-1].lower() != "by"
        and (not taken or taken[0] in _FIRST_HALVES or _is_half(before[-1]))
    ):
        taken.insert(0, before.pop())
    return " ".join([*taken, named[0]])


def _is_half(word: str) -> bool:
    return word in _FIRST_HALVES
