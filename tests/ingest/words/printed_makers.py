"""Stories as PDF files and as mails."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from textwrap import wrap

from tests.ingest.pdf_files import At, draw_at_once, make_pdf
from tests.ingest.words.bodies import Story
from tests.ingest.words.plain_makers import html_body

# What the font of the hand-made PDF has no letter for.
_UNPRINTED = str.maketrans({"ń": "n"})
_LINES = 48


def set_lines(story: Story, width: int) -> list[str]:
    """Set a story in lines of a width, a blank one between blocks."""
    lines = [story.title, ""]
    for block in story.blocks:
        for line in (*block.lines, *("   ".join(row) for row in block.rows)):
            lines += wrap(line, width, break_long_words=False, break_on_hyphens=False)
        lines.append("")
    return lines


def pdf_hand(story: Story, columns: int = 1, at_once: bool = False) -> bytes:
    """Draw a story on pages of one or two columns, line by line or in one go."""
    lines = set_lines(story, 90 if columns == 1 else 44)
    pages = []
    size = _LINES * columns
    for first in range(0, len(lines), size):
        part = lines[first : first + size]
        pages.append([At(50 + 260 * (n // _LINES), 780 - 14 * (n % _LINES), s) for n, s in enumerate(part) if s])
    return make_pdf(*(draw_at_once(page) if at_once else page for page in pages))


def _head(message: EmailMessage | MIMEMultipart | MIMEText, story: Story) -> None:
    message["Subject"], message["From"] = story.title, "Vell Observer <news@vell.example>"
    message["Date"] = "Thu, 08 Jun 2023 23:30:00 -0500"


def mail_plain(story: Story, cte: str = "quoted-printable") -> bytes:
    """Write a mail of plain text with EmailMessage."""
    message = EmailMessage()
    _head(message, story)
    message.set_content(story.text, cte=cte)
    return message.as_bytes()


def mail_html(story: Story) -> bytes:
    """Write a mail of HTML alone with EmailMessage."""
    message = EmailMessage()
    _head(message, story)
    message.set_content(f"<html><body>{html_body(story)}</body></html>", subtype="html")
    return message.as_bytes()


def mail_legacy(story: Story, charset: str = "utf-8") -> bytes:
    """Write a mail of both with the classes of before, in base64."""
    message = MIMEMultipart("alternative")
    _head(message, story)
    message.attach(MIMEText(story.text.encode(charset, "replace").decode(charset), "plain", charset))
    message.attach(MIMEText(f"<html><body>{html_body(story, 'div')}</body></html>", "html", "utf-8"))
    return message.as_bytes()
