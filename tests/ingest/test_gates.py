"""What sells, asks or consents is no text; a stub behind a wall says that it is cut."""

import pytest

from ingest.documents import prepare
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes
from ingest.text.clean import clean_text
from ingest.text.furniture import is_furniture
from ingest.text.gates import CUT, GATE, is_gate, note_cut
from ingest.types import Document

GOES = [
    "To continue reading, subscribe now for $7.50 per month. Already a subscriber? Log in.",
    "You have read 2 of 4 free articles this month.",
    "You’ve reached your monthly limit.",
    "You have 1 free article remaining.",
    "3 free articles left this month",
    "This is your last free article.",
    "This article is for subscribers only.",
    "This content is only available to members.",
    "Subscribers only",
    "Premium content",
    "Subscribe to unlock this story",
    "Subscribe now for €1 a week",
    "Log in or subscribe to read the full article",
    "Register for free access.",
    "Only £2.99 a month. Cancel anytime.",
    "Start your free trial",
    "Try us free for 30 days",
    "Create a free account to read 5 stories a month.",
    "Support local journalism.",
    "Save 40% today",
    "Get the day's top news in your inbox every morning.",
    "Sign up to our morning newsletter.",
    "Delivered to your inbox at 7am.",
    "By signing up you agree to our terms and privacy policy.",
    "You can unsubscribe at any time.",
    "Join 40,000 other readers.",
    "We value your privacy",
    "We and our 812 partners store and access information on your device.",
    "Manage preferences",
    "You can change your choices at any time.",
    "This report is reserved for our subscribers.",
    "The rest is only for members.",
    "Register for free to keep reading.",
    "67% of this story is still to be read.",
    "There are 310 more words in this story.",
    "You have 4 gift articles to share this month.",
    "This is 2 of your 3 free stories.",
    "Your free preview has ended.",
    "Unlimited access for 6 weeks, then $2 a week.",
    "Try 14 days free – then 4,50 € a month.",
    "Begin your 7-day free trial, then pay €3/month.",
    "3 weeks for $1, thereafter $9 a month",
    "First month free, then 8,50 € a month",
    "Subscribe today: only 80p for the first 2 months, then £6 a month.",
    "Offer: 2 € for the first 4 weeks",
    "Join over 2 million readers.",
    "Save 20% with a yearly plan.",
    "Read the whole story in our Sunday paper.",
    "Digital access to trusted journalism on any device. Cancel anytime.",
    "This premium story is available to subscribers only.",
    "Enjoying this? You have 3 free reads left.",
    "Your 2 free stories for this week are used up.",
    "Read 4 more stories for free when you register.",
    "To unlock this story, become a member. Plans start at $3 per month.",
    "60% of the text is behind the paywall.",
    "Not a member yet? Try it for $2.",
    "Access for 24 hours: 2,50 €",
    "After that, £7 a month.",
    GATE,
]
STAYS = [
    "Subscribers to the service rose by 3 percent to 4.1 million.",
    "You have read the law, the judge told him.",
    "You have reached the limit of what a town can bear, she said.",
    "The plan costs $7.50 per month.",
    "Register to vote by 4 May.",
    "Start trial of new ferry",
    "Save 40% on heating, ministry urges",
    "Unlock the potential of the coast, says mayor",
    "Want to know how the budget hits you?",
    "Sign up for free swimming lessons starts",
    "Members only clubs lose 3 of 10 guests",
    "Support for the party fell to 21 percent.",
    "To read the ice, crews drill 40 holes a day, which takes until noon and then some more time in bad weather.",
    "The paper has 3 free articles a month, its rival five.",
    "We use the ferry, said Ida Holm.",
    "Cancelled at any rate.",
    "Get off my land, he said.",
    "To read the full story, readers have to pay 9 pounds a month from May.",
    "To continue reading the daily on paper, subscribers must pay 6 crowns, its owner told us.",
    "To read the rest takes three hours.",
    "Sign up to support the strike, the union tells its 310 members.",
    "Full access to the quay was restored on Friday.",
    "The rest is reserved for residents.",
    "This report is for the minister.",
    "Join 3,000 people at the march on Sunday.",
    "Unlimited access for 12 weeks will cost 4 pounds.",
    "If you subscribe to the view that rates fall, 3 percent is high.",
    "Subscribe now. The paper lost 3,000 readers last year.",
    "Subscribe now. Its rival raises its plan to 8 pounds a month.",
]


@pytest.mark.parametrize("line", GOES)
def test_gates_go(line: str) -> None:
    assert is_furniture(line)
    assert (
        clean_text(f"The port reopened.\n\n{line}\n\nTraffic was heavy.").text
        == "The port reopened.\n\nTraffic was heavy."
    )


@pytest.mark.parametrize("line", STAYS)
def test_text_of_like_words_stays(line: str) -> None:
    assert not is_gate(line)


PROSE = "The bank of Norvik said on Thursday it would cut 1,300 posts over two years, most of them in its branches."
LONG = " ".join([PROSE] * 10)
WALLED = [
    (["Subscribe to unlock this story", "Complete access to trusted journalism", "Standard digital €4 a week"], [],
     "parts of an offer beside a wall"),
    (["Complete access to trusted journalism", "", "Subscribe to unlock this story"], [], "... above it"),
    (["Complete access to trusted journalism"], ["Complete access to trusted journalism"], "no wall stands there"),
    (["Subscribe to unlock this story", "The paper has a new plan.", "Access to 9 archives for you"],
     ["The paper has a new plan.", "Access to 9 archives for you"], "news parts it from the wall"),
    (["Subscribe to unlock this story", "You read 3 papers, the minister said."],
     ["You read 3 papers, the minister said."], "somebody says it"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "kept", "reason"), WALLED, ids=[row[2] for row in WALLED])
def test_parts_of_an_offer_go_with_their_wall(lines: list[str], kept: list[str], reason: str) -> None:
    text = clean_text("\n".join([PROSE, "", *lines])).text
    assert [line for line in text.split("\n")[1:] if line] == kept, reason


STUBS = [
    ("It would cut 40 posts as it…", ("To continue reading, subscribe now.",), True, "an ellipsis and a wall"),
    (PROSE, ("Subscribe to read the full story",), True, "a paragraph and a wall"),
    (PROSE, ("This article is for subscribers only.",), True, "a wall in other words"),
    (PROSE, ("Sign up to our morning newsletter.",), False, "a newsletter is no wall"),
    (PROSE, ("Support local journalism.",), False, "nor is a plea"),
    (PROSE, ("You have 1 free article remaining.",), False, "nor a counter that leaves one"),
    (PROSE, ("The rest is reserved for subscribers.",), True, "the rest is for others"),
    (PROSE, ("Register for free to continue.",), True, "a wall that asks for no money"),
    (PROSE, ("40% of this story is still to be read.",), True, "a share that is not shown"),
    (PROSE, (), False, "no wall"),
    (LONG, ("Subscribe to continue reading.",), False, "the whole text stands before the wall"),
    (LONG + " And then…", ("Subscribe to continue reading.",), True, "a long beginning breaks off"),
]


@pytest.mark.parametrize(("text", "dropped", "cut", "reason"), STUBS, ids=[row[3] for row in STUBS])
def test_stubs_are_told(text: str, dropped: tuple[str, ...], cut: bool, reason: str) -> None:
    assert note_cut(text, dropped) == (f"{text}\n\n{CUT}" if cut else text), reason


def read(body: str, head: str = "") -> Document:
    top = f"<html><head><title>Bank cuts</title>{head}</head>"
    markup = f"{top}<body><article><h1>Bank cuts</h1>{body}</article></body></html>"
    (found,) = read_bytes(markup.encode(), "a.html", Media.HTML)
    assert isinstance(found, RawArticle)
    return prepare(found)


LOCKED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
PAGES = [
    (f"<p>{PROSE}</p><div class='paywall'><h3>Keep reading</h3><p>Plans from $7 a month</p><form><input name='e'>"
     "<button>Subscribe</button></form></div>", "", [PROSE, CUT], "a box with a form"),
    (f"<p>{PROSE}</p><div class='meter-count'><p>You have read <b>3</b> of 5 free articles.</p></div>", "", [PROSE],
     "a counter that leaves some"),
    (f"<p>{PROSE}</p>", LOCKED, [PROSE, CUT], "a page that only states it"),
    (f"<p>{LONG}</p>", LOCKED, [LONG], "the whole text of a page that is not free"),
    (f"<p>{PROSE}</p><div class='paywall'><p>{LONG}</p></div>", LOCKED, [PROSE, LONG], "text behind the wall"),
    (f"<p>{LONG}</p><aside class='newsletter-box'><h3>The Tide</h3><p>Get the news of the coast in your inbox daily."
     "</p><form><input><button>Sign up</button></form></aside>", "", [LONG], "a newsletter"),
    (f"<p>{LONG}</p><h3>Related stories</h3><ul><li><a href='a'>Quay sinks by 3 metres</a></li><li><a href='b'>Ferry "
     "lost 40 times</a></li></ul>", "", [LONG], "links below a head"),
    (f"<p>{LONG}</p><div class='related-links'><p><a href='a'>Quay sinks by 3 metres</a></p></div><p>{PROSE}</p>", "",
     [LONG, PROSE], "links in a box"),
    (f"<div class='share-bar'><button>Share</button><span>214 shares</span></div><p>{LONG}</p>", "", [LONG],
     "a share bar"),
    ("<div id='cookie-consent'><p>We value your privacy</p><p>We and our 812 partners store cookies.</p><button>Accept "
     f"all</button></div><p>{LONG}</p>", "", [LONG], "consent"),
    (f"<p>{PROSE}</p><div class='gate'><p>Try 14 days free, then $7 a month.</p><ul><li>312 partners</li></ul></div>",
     "", [PROSE, CUT], "what an offer holds, in a list"),
    (f"<p>{LONG}</p><div class='gate'><p>Subscribe now.</p><p>Guards at the gate {PROSE}</p></div>", "",
     [LONG, f"Guards at the gate {PROSE}"], "news in such a box"),
    (f"<p class='meta'>By Ada Lund · 3 May 2022</p><p>{PROSE}</p><div class='subscribe-wall'><p>Keep reading for $1</p>"
     "</div>", "", [PROSE, CUT], "a stub that is short"),
    (f"<div class='gateway-city'><p>{PROSE}</p></div><p>{LONG}</p>", "", [PROSE, LONG],
     "prose in a box whose name sounds like one"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "head", "expected", "reason"), PAGES, ids=[row[3] for row in PAGES])
def test_boxes_of_pages(body: str, head: str, expected: list[str], reason: str) -> None:
    document = read(body, head)
    assert [line for line in document.article.text.split("\n") if line] == expected, reason
    said = {figure.text for figure in document.figures}
    assert not said & {"$7 a month", "3", "214 shares", "812 partners", "3 metres", "40 times"}, reason
