"""Read Rich Text files (.rtf): what is shown, with tracked changes accepted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from ingest.errors import InputError
from ingest.raw import Media, RawArticle
from ingest.read.office.rtf_table import RtfTable
from ingest.read.office.rtf_tokens import Token, charset_codec, page_codec, read_tokens
from ingest.read.office.story import Story

# Word nests some dozen groups; a file with more was made to hurt.
DEEPEST = 300
_SIGNS = {
    "tab": "\t", "line": "\n", "page": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
# Groups that hold no words of the article. Those behind "\*" are left out too, but for the ones in _STARRED.
_UNREAD = frozenset(
    "fonttbl colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf pict annotation"
    " atnid atnauthor fldinst listtext pntext pntxta pntxtb xe tc tcn nonshppict shprslt objdata"
    " ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn revtbl".split()
)
_STARRED = frozenset({"shpinst", "shptxt", "ud", "footnote"})
_SILENT = frozenset({"shp", "shpinst", "upr"})
"""Groups of which only a group inside is read."""
_ASIDE = frozenset({"footnote", "shptxt"})


@dataclass(slots=True)
class _Group:
    """What a group sets and its end takes back."""

    read: bool = True
    aside: bool = False
    """A note or a box, which ends with this group."""
    hidden: bool = False
    deleted: bool = False
    codec: str = ""
    skip: int = 1
    """How many letters behind a Unicode one stand for it in older programs."""
    shown: bool = True
    """Whether a group inside, such as the text of a box, would be read."""


@dataclass(slots=True)
class _Body:
    """The article, or a note or box in it, while it is read."""

    story: Story = field(default_factory=Story)
    parts: list[str] = field(default_factory=list)
    table: RtfTable = field(default_factory=RtfTable)
    later: list[str] = field(default_factory=list)
    """Notes and boxes of the paragraph that is read."""
    behind_table: list[str] = field(default_factory=list)
    style: str = ""
    item: bool = False
    in_table: bool = False


def read_rtf(raw: bytes, where: str) -> Iterator[RawArticle]:
    """Yield the one article of a Rich Text file.

    Deleted and hidden words, comments, headers and footers are left out; notes and text boxes stand behind the
    paragraph that refers to them. Raises InputError for a file that is none, is cut off or is nested too deep.
    """
    if not raw.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf"):
        raise InputError(f"{where} is not an .rtf file; give it the suffix of what it is")
    story = _Reader(raw, where).read()
    if not story.text:
        raise InputError(f"{where} holds no text; there is nothing to read")
    yield RawArticle(source=where, raw=raw, text=story.text, media=Media.RTF, title=story.title)


class _Reader:
    """Follows the tokens and keeps the groups that are open."""

    def __init__(self, raw: bytes, where: str) -> None:
        self.where = where
        self._raw = raw
        self._codec = "cp1252"
        self._fonts, self._styles = _read_tables(raw)
        self._groups: list[_Group] = []
        self._bodies = [_Body()]
        self._bytes = bytearray()
        self._pending = 0
        """Letters still to be left out behind a Unicode one."""
        self._starred = False

    def read(self) -> Story:
        """Read the whole file."""
        ended = False
        for token in read_tokens(self._raw):
            if token.kind == "bytes":
                self._letters(token)
                continue
            self._flush()
            if token.kind == "brace":
                self._brace(token.value)
                ended = not self._groups
                if ended:
                    break
            elif self._groups:
                (self._word if token.kind == "word" else self._sign)(token)
        if not ended:
            raise InputError(f"{self.where} is cut off; get it again")
        self._paragraph()
        self._end_table()
        return self._bodies[0].story

    @property
    def _body(self) -> _Body:
        return self._bodies[-1]

    def _brace(self, brace: str) -> None:
        self._pending = 0
        if brace == "{":
            if len(self._groups) >= DEEPEST:
                raise InputError(f"{self.where} is nested too deep; save it again")
            self._groups.append(replace(self._groups[-1], aside=False) if self._groups else _Group(codec=self._codec))
            self._starred = False
        elif self._groups and self._groups.pop().aside:
            self._paragraph()
            self._end_table()
            aside = self._bodies.pop().story
            self._body.later += aside.blocks
            self._body.story.title = self._body.story.title or aside.title

    def _letters(self, token: Token) -> None:
        self._starred = False
        data = token.data
        if self._pending:
            data, self._pending = data[self._pending :], max(0, self._pending - len(data))
        if self._groups and self._is_shown():
            self._bytes += data

    def _is_shown(self) -> bool:
        group = self._groups[-1]
        return group.read and not group.hidden and not group.deleted

    def _flush(self) -> None:
        """Decode the letters that came since the last mark; those of two bytes may come in two parts."""
        if self._bytes:
            self._body.parts.append(self._bytes.decode(self._groups[-1].codec, "replace"))
            self._bytes.clear()

    def _write(self, text: str) -> None:
        if self._is_shown():
            self._body.parts.append(text)

    def _sign(self, token: Token) -> None:
        if token.value == "*":
            self._starred = True
        elif self._pending:
            self._pending -= 1
        elif token.value in "~_":
            self._write("\u00a0" if token.value == "~" else "-")
        elif token.value in "\\{}":
            self._write(token.value)
        elif token.value in "\r\n":
            self._paragraph()

    def _word(self, token: Token) -> None:
        word, number, group = token.value, token.number, self._groups[-1]
        starred, self._starred = self._starred, False
        if word in _UNREAD or (starred and word not in _STARRED):
            self._body.item = self._body.item or (word in ("listtext", "pntext") and self._is_shown())
            group.read = group.shown = False
        elif word in _SILENT:
            group.read = False
        elif word == "ud":
            group.read = group.shown
        elif word in _ASIDE:
            if group.shown and not group.deleted:
                group.read = group.aside = True
                self._bodies.append(_Body())
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word == "u" and number is not None:
            self._write(chr(number % 65536))
            self._pending = group.skip
        elif word in _SETTINGS:
            _SETTINGS[word](group, number)
        elif word == "f":
            group.codec = self._fonts.get(number or 0) or self._codec
        elif codec := page_codec(word, number):
            self._codec = group.codec = codec
        elif group.read:
            self._layout(word, number)

    def _layout(self, word: str, number: int | None) -> None:
        """Follow the words that part paragraphs, cells and rows."""
        body = self._body
        if word in ("par", "sect"):
            if not self._groups[-1].deleted:
                self._paragraph()
        elif word == "pard":
            body.style, body.item, body.in_table = "", False, False
        elif word == "s":
            body.style = self._styles.get(number or 0, "")
        elif word == "intbl":
            body.in_table = True
        elif word in ("cell", "nestcell"):
            body.table.cell(_joined(body.parts))
            body.behind_table += body.later
            body.later = []
            body.parts.clear()
        elif word == "row":
            body.table.row()
        else:
            body.table.define(word, number or 0)

    def _paragraph(self) -> None:
        """End a paragraph; inside a table it is a part of its cell."""
        body = self._body
        if body.in_table:
            body.parts.append(" ")
            return
        text = _joined(body.parts)
        body.parts.clear()
        if text.strip() or body.later:
            self._end_table()
        if text.strip() and not body.style.startswith("toc "):
            body.story.paragraph(text, body.style, item=body.item or body.style.startswith("list"))
        body.story.blocks += body.later
        body.later = []

    def _end_table(self) -> None:
        rows, headers = self._body.table.take()
        if rows:
            self._body.story.table(rows, headers or None)
        self._body.story.blocks += self._body.behind_table
        self._body.behind_table = []


def _joined(parts: list[str]) -> str:
    """Join what was read; two halves of a letter beyond the first 65,536 become one."""
    text = "".join(parts)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _set_hidden(group: _Group, number: int | None) -> None:
    group.hidden = number != 0


def _set_deleted(group: _Group, number: int | None) -> None:
    group.deleted = number != 0


def _set_skip(group: _Group, number: int | None) -> None:
    group.skip = min(max(number if number is not None else 1, 0), 8)


def _set_plain(group: _Group, number: int | None) -> None:
    group.hidden = group.deleted = False


_SETTINGS: dict[str, Callable[[_Group, int | None], None]] = {
    "v": _set_hidden,
    "deleted": _set_deleted,
    "mvf": _set_deleted,
    "uc": _set_skip,
    "plain": _set_plain,
}


def _read_tables(raw: bytes) -> tuple[dict[int, str], dict[int, str]]:
    """Read the codecs of fonts and the names of styles, in small letters, from the tables at the head."""
    fonts: dict[int, str] = {}
    styles: dict[int, str] = {}
    table, depth, key, name, at = "", 0, 0, "", 0
    for token in read_tokens(raw):
        if token.kind == "brace":
            depth += 1 if token.value == "{" else -1
            if table and depth < at:
                table = ""
            if token.value == "{":
                key, name = 0, ""
        elif token.kind == "word" and token.value in ("fonttbl", "stylesheet"):
            table, at = token.value, depth
        elif token.kind == "word" and table == "fonttbl" and token.value == "f":
            key = token.number or 0
        elif token.kind == "word" and table == "fonttbl" and token.value == "fcharset":
            fonts[key] = charset_codec(token.number, "")
        elif token.kind == "word" and table == "stylesheet" and token.value == "s":
            key = token.number or 0
        elif token.kind == "bytes" and table == "stylesheet":
            name += token.data.decode("latin-1")
            if name.rstrip().endswith(";"):
                styles[key] = name.strip(" ;").lower()
        elif token.kind == "word" and token.value in ("par", "pard") and not table:
            break
    return fonts, styles
