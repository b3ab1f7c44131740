"""Recognise page furniture: lines around an article that are no part of it.

Every rule looks at one whole line and wants all of it to match, so no rule can reach into a paragraph.
"""

import re

from ingest.text.gates import is_gate, tells_news

# Furniture is short. Legal lines run longer, and have a limit of their own.
MOST_WORDS = 25
MOST_CHARACTERS = 300
MOST_LEGAL_CHARACTERS = 600
# A repeated caption is longer than a repeated name or heading.
SHORTEST_CAPTION_WORDS = 4

_SHARE_ACTS = "share tweet print email e-mail mail save copy download bookmark pin like comment comments follow"
_SHARE_WORDS = (
    "on via to this the article story page link by with us and in facebook twitter x whatsapp wechat weibo linkedin "
    "pinterest reddit telegram messenger line instagram youtube flipboard bluesky threads mastodon qq pdf more url "
    "friend options count shares"
)
_ACTS = frozenset(_SHARE_ACTS.split())
_SHARE_LINE = frozenset(f"{_SHARE_ACTS} {_SHARE_WORDS}".split())

_BOXES = (
    r"search( trends| box| results)?|trending( now| topics| stories)?|what'?s (hot|trending)|hot topics|"
    r"(most|highly) (read|viewed|popular|shared|searched|commented)( in \w+| today| stories)?|most popular|"
    r"popular( now)?|"
    r"(top|editor'?s'?|our|today'?s) (picks?|choice)|top (stories|news|headlines)|recommended( for you|"
    r" stories| reading)?|"
    r"(you (may|might) (also )?(like|be interested in))|(related|similar|latest|recent|more|further|breaking|other) "
    r"(articles?|stories|news|coverage|topics?|posts?|content|links?|reading|headlines|videos?|photos)|"
    r"related|more (from|on|in|about)( [^\s.!?,]+){1,5}|read next|up next|don'?t miss|in this (article|story)|"
    r"(tags?|topics?|keywords|filed under|categories)\s?:.*"
)
_ADS = (
    r"\W*(advertisements?|ads?|sponsored( content| by .*)?|promoted( content)?|paid (content|post)|ad feedback)\W*|"
    r"(story|article) continues (below|after)( (the |this )?(ad|advertisement|video|promotion))?|"
    r"(scroll|swipe) (down )?(to|for) .*|remove ads?"
)
_TOOLS = (
    r"skip to (main )?(content|navigation)|(back|return) to (the )?(top|home|homepage)|(main |site )?menu|"
    r"navigation|home|"
    r"(loading|please wait)\W*|(click|tap) (here )?(to|for) (enlarge|expand|view|zoom|share|listen|watch|read).*|"
    r"(view|show|hide|load|see|read|leave|add|post) (all |more |full |a |the |your )*(comments?|images?|"
    r"photos?|gallery|"
    r"captions?|replies|comment|story)\s*(\(\d+\))?|comments?\s*\(?\d*\)?|\d+ comments?|\d+ shares?|"
    r"listen to (this )?(article|story).*|(estimated )?(reading time\W*)?\d+[- ]min(ute)?s?( read)?|font size\W*.*|"
    r"a[+-]?( a[+-]?)+|(log|sign) ?(in|out|up)( \S+){0,3}|my account|contact us|about us|site ?map|accessibility|"
    r"(tel(ephone)?|phone|fax|mob(ile)?|call( us)?|contact( us)?|hotline|helpline|whatsapp|newsroom)\b( on| at)?"
    r"\W{0,4}[\d ()/–-]{6,}|((e-?mail|contact)( us)?\W{1,3})?[\w.+-]+@[\w.-]+|posted in [\w, ]{1,40}|"
    r"click to (share|e-?mail|print)\b.*|[\d.,]+ ?[km]? (views?|likes?|shares?|reads|replies|reactions|retweets)|"
    r"(views?|likes?|shares?|reads)\s?[:(]?\s?[\d.,]+ ?[km]?\)?|([\u2600-\U0001faff]\ufe0f?\s?[\d.,]+[km]?\s*){1,6}|"
    r"(print|e-?mail|share|save) this (page|article|story)|"
    r"(terms|conditions)( (of|and) (use|service|conditions))*|privacy( (policy|notice|statement))?|feedback|careers|"
    r"advertise( with us)?|help|faq|rss( feeds?)?|faceb?ook|twitter|youtube|instagram|linkedin|next( page| article)?|"
    r"prev(ious)?( page| article)?|first|last"
)
_PAGER = (
    r"[<«‹〈]*\s*((prev(ious)?|back)( page)?\s*)?[<«‹|\s]*(\[?\d{1,3}\]?[\s|.…]+){1,}(\.{2,}|…)?\s*(\[?\d{1,3}\]?)?\s*"
    r"[|\s]*(next( page)?\s*)?[>»›〉]+|([<«‹〈]+|prev(ious)?)\s*(\[?\d{1,3}\]?[\s|.…]*){2,}[>»›〉]*(next)?|"
    r"(\d{1,2} ){2,}\d{1,2}|page \d+( (of|/) \d+)?|(\d{1,2} ){2,}(next|last)( page)?\W*"
)
_CREDITS = (
    r"(originally|first) (published|posted|appeared) (at|on|in|by)( [^\s,]+){0,7}|"
    r"the post .{1,200} (appeared first|first appeared) on .{1,80}|"
    r"this (article|story|post) (was |has been )?(originally |first )?(published|appeared|posted) (at|on|in|by)\b.*|"
    r"(images?|photos?|pictures?|videos?|graphics?|photographs?) courtesy( of)?\b.*|"
    r"(file )?(photos?|images?|pictures?|photographs?|credits?|(photo|image|picture) credits?)( credits?)?\s?"
    r"(by [^.,]{3,50}|[:/©][^.]*|[:/©]( ?\S+){1,6})|"
    r"\(?(with|plus) (additional )?(inputs?|files?|reporting) (from|by)"
    r"( [^\s.]+){1,8}\.?\)?|"
    r"\(?(additional |further )?(reporting|writing|editing|compiled|translated) by\b.{3,200}|"
    r"\(?(source|via)\s?:( ?\S+){1,10}|get (more )?stories like this.*|"
    r"(web |copy |news )?editors?\s?[:：].{1,60}|(责任编辑|编辑|記者|记者)\s?[:：].{1,30}"
)
_MORE = (
    r"(related|see also|read also|more on this( story)?)( (story|article|stories|articles|coverage))?\s?:.*|"
    r"(read|watch|listen|view)( more( \(\d+[- ]min[^)]{0,12}\))?| also| next| further| on| the full \w+)?\s?[:|>»…]+.*|"
    r"also (read|see|watch)\b.*|"
    r"(read|see|learn|find out|show|load|view) (more|also)\W*|(read|continue) (the )?(full|whole|"
    r"reading)( \w+){0,3}\W*|"
    r"click here\b.*|for (more|the latest) (information|news|stories|details|updates)\W*(please )?(visit|see|"
    r"follow|go)\b.*"
)
_JOIN = (
    r"(please )?(subscribe|sign up|register (now|here|for|to)|join (us|our|the)|follow (us|our|@)|"
    r"download (our|the|now)|get (our|the|breaking|today'?s|all|more)|become a|support (us|our))\b.*\b"
    r"(newsletters?|inbox|e-?mails?|updates|alerts|channel|app|subscribers?|subscription|subscribe|members?|"
    r"membership|account|on (facebook|twitter|x|whatsapp|telegram|instagram|linkedin|youtube|wechat|weibo))\b.*|"
    r"(please )?subscribe( now| today| here| to .*)?\W*|"
    r"(our |daily |weekly |morning |e-?mail )*newsletters?( signup| sign-up)?\W*|"
    r"(please )?follow us\b.*|(enter|type) your e-?mail.*|thank you for (subscribing|signing up)\b.*|"
    r"already a (subscriber|member)\b.*|your (free )?(trial|subscription)\b.*|to (continue|keep) reading\b[^,]*"
)
# Alone it may be a headline; beside a sentence of furniture it is furniture too.
_BESIDE = re.compile(r"(read|see|watch|find) more (at|on|in) .{1,60}", re.IGNORECASE)
_STOPS = re.compile(r"(?<=[.!?])\s+|\s+[|•·]\s+")
_COOKIES = (
    r"((we|this (web)?site|our (web)?site|our partners)( and our partners)? uses?) cookies\b.*|(accept|reject|"
    r"allow|manage|"
    r"refuse)( all)?( cookies)\b.*|(accept|reject) all|cookies? (policy|settings|preferences|notice|consent)\b.*|"
    r"by (continuing|using|browsing|clicking|visiting)\b.*\byou\b.*\b(cookies?|terms|privacy|agree|consent)\b.*|"
    r"(manage )?(privacy|consent) (settings|preferences|choices)|(please )?(enable|turn on|allow) javascript\b.*|"
    r"your browser (does not|doesn'?t) support\b.*"
)
_SOURCE_LINE = re.compile(r"SOURCE\s?:?(\s+\S+){1,10}")
_DIRECTORY = re.compile(r"(Newspapers|Magazines) (in|from) (the )?[A-Z][\w-]+( [A-Z][\w-]+){0,2}")
_LINE = re.compile(
    "|".join(f"(?:{part})" for part in (_BOXES, _ADS, _TOOLS, _PAGER, _CREDITS, _MORE)),
    re.IGNORECASE,
)
_ASKS = re.compile(f"(?:{_JOIN})|(?:{_COOKIES})", re.IGNORECASE)
_RIGHTS = re.compile(
    r"\W*((©|\(c\)|copyright)\W*((©|\(c\)|by|copyright)\W*)*((19|20)\d\d\b|\S+.*\ball rights reserved\b).*|"
    r"(.{0,150}\W)?all rights reserved\b.{0,300}|.{0,80}©\s?(19|20)\d\d\b.{0,80}|©[^.]{1,80}\.?|"
    r".{0,60}\bmay not be (published|reproduced|copied|republished)\b.{0,200}\b(permission|redistributed|"
    r"rewritten|form)\b.*)",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r".*(公网安备?|ICP\s?[备证号]|许可证号?\s?[:：\d]|版权所有|违法和不良信息|未经.{0,12}授权|备案号|编号\s?[:：]?\s?\d{6,}).*"
)
_BREADCRUMB = re.compile(
    r"[^.!?>»›/]{1,40}(\s?[>»›]\s?[^.!?>»›]{1,60}){1,6}|[^.!?/]{2,25}(\s/\s[^.!?/]{2,25}){1,5}\s/?"
)
# Credits that end a caption: "/CFP", "[Photo by ...]", "(File photo)", "Photo: ...", "CHINA NEWS" in capitals.
_SIGNED = re.compile(
    r"/\s?[A-Z][\w.&-]*(\s[A-Z][\w.&-]*){0,3}$|[.\s]\s?[A-Z]{2,}[A-Z/&. ]{0,40}$|©[^.]{1,60}$|"
    r"\b([Gg]etty [Ii]mages|[Vv]ia [A-Z][\w. ]{1,30})$"
)
_MARKED = re.compile(
    r"[\[(][^\])]{0,40}\b(photo|image|picture|file)s?\b[^\])]{0,60}[\])]$|"
    r"\b(photo|image|picture|credit)s?( credit)?\s?(:|/|by\s|courtesy)[^.]{1,60}$",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Tell whether a whole line, stripped, is page furniture and not text of the article."""
    if _is_legal(line) or is_gate(line):
        return True
    words = line.split()
    if not words or len(words) > MOST_WORDS or len(line) > MOST_CHARACTERS:
        return False
    plain = line.strip().replace("’", "'")
    return _is_whole(plain) or _is_all_furniture(plain)


def _is_all_furniture(plain: str) -> bool:
    """Tell a line of several sentences each of which would be furniture alone: "Tel 0123 456. Comments (4)."."""
    parts = [part.strip(" .") for part in _STOPS.split(plain)]
    parts = [part for part in parts if part]
    whole = [_is_whole(part) for part in parts]
    return len(parts) > 1 and any(whole) and all(w or _BESIDE.fullmatch(p) for w, p in zip(whole, parts, strict=True))


def _is_whole(plain: str) -> bool:
    return bool(
        _LINE.fullmatch(plain)
        or (_ASKS.fullmatch(plain) and not tells_news(plain))
        or _DIRECTORY.fullmatch(plain)
        or _SOURCE_LINE.fullmatch(plain)
        or _is_share_line(plain)
        or _is_breadcrumb(plain)
    )


def is_credited_caption(line: str) -> bool:
    """Tell whether a line looks like a photo caption that ends in its credit."""
    if len(line.split()) < SHORTEST_CAPTION_WORDS:
        return False
    end = line.rstrip(" .")[-100:]
    return bool(_SIGNED.search(end) or _MARKED.search(end))


def _is_legal(line: str) -> bool:
    if len(line) > MOST_LEGAL_CHARACTERS:
        return False
    return bool(_RIGHTS.fullmatch(line)) or ("。" not in line and len(line) <= 200 and bool(_LICENCE.fullmatch(line)))


def _is_share_line(line: str) -> bool:
    """A share line has only words of sharing, and starts or ends with an act: "Share - WeChat", "Print"."""
    words = re.findall(r"[a-z][a-z-]*", line.lower())
    rest = re.sub(r"[A-Za-z]|\W|\d", "", line)
    if not words or rest or line.rstrip().endswith((".", "?")):
        return False
    return all(word in _SHARE_LINE for word in words) and (words[0] in _ACTS or words[-1] in _ACTS)


def _is_breadcrumb(line: str) -> bool:
    return line.lower().startswith(("home", "news", "world")) and bool(_BREADCRUMB.fullmatch(line))
