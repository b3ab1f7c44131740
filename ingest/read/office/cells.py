"""The cells of a workbook as they are shown: dates as dates, percentages with their sign, numbers as formatted."""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

# Formats that every workbook has without naming them.
_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "d/m/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 44: "#,##0.00", 45: "mm:ss",
    46: "h:mm:ss", 47: "mm:ss",
}  # fmt: skip
_FIRST_DAY = datetime(1899, 12, 30)
_FIRST_DAY_1904 = datetime(1904, 1, 1)
# The last day a workbook can hold: 31 December 9999.
_LAST_SERIAL = 2_958_465
# Headers over several columns are shorter; a page of text in a cell that "covers" a hundred would become a hundred.
LONGEST_SPREAD = 300
_MONEY = re.compile(r"\[\$(?P<named>[^\]-]*)[^\]]*\]|\"?(?P<plain>[$£€¥₹])\"?")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_BRACKETS = re.compile(r"\[[^\]]*\]")
_FILLERS = re.compile(r"[_*].")


def shown_number(value: str, number: int, formats: dict[int, str], from_1904: bool = False) -> str:
    """Return a number as its format shows it; in the shortest full form where the format is an odd one."""
    code = formats.get(number, _BUILT_IN.get(number, "General"))
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return value
    if not amount.is_finite():
        return value
    if is_date_format(code):
        return _shown_date(amount, code, from_1904) or plain_number(amount)
    return _shown_amount(amount, code.split(";")[0])


def is_date_format(code: str) -> bool:
    """Tell a format of dates or times: it has letters for days, months, years or hours outside quotes."""
    bare = _FILLERS.sub("", _BRACKETS.sub("", _LITERAL.sub("", code.split(";")[0]))).lower()
    bare = re.sub(r"s\.0+", "s", bare).replace("general", "0")
    return bool(re.search(r"[dmyhs]", bare)) and not re.search(r"[0#?]", bare)


def plain_number(amount: Decimal) -> str:
    """Write a number in full, without the noise of binary fractions beyond 15 digits."""
    text = f"{Decimal(f'{amount:.15g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shown_date(amount: Decimal, code: str, from_1904: bool) -> str | None:
    if not 0 <= amount <= _LAST_SERIAL:
        return None
    moment = (_FIRST_DAY_1904 if from_1904 else _FIRST_DAY) + timedelta(days=float(amount))
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    bare = _BRACKETS.sub("", _LITERAL.sub("", code)).lower()
    if "y" not in bare and "d" not in bare:
        return f"{moment:%H:%M}"
    if "d" not in bare:
        return f"{moment:%B %Y}"
    return f"{moment:%Y-%m-%d}" + (f" {moment:%H:%M}" if "h" in bare else "")


def _shown_amount(amount: Decimal, code: str) -> str:
    money = _MONEY.search(code)
    sign = (money["named"] or money["plain"] or "").strip() if money else ""
    bare = _FILLERS.sub("", _BRACKETS.sub("", _LITERAL.sub("", code)))
    body = re.search(r"[#0?][#0?,.]*", bare)
    if body is None or "/" in bare or "E" in bare or "@" in bare:
        return plain_number(amount)
    if "%" in bare:
        amount *= 100
    digits = body[0]
    if digits.endswith(","):  # shown in thousands: the full number is surer
        return f"{sign}{plain_number(amount)}"
    decimals = len(re.sub(r"[^#0?]", "", digits.partition(".")[2]))
    text = f"{amount:,.{decimals}f}" if "," in digits else f"{amount:.{decimals}f}"
    if "0" not in digits.partition(".")[2] and "." in text:
        text = text.rstrip("0").rstrip(".")
    text += "%" if "%" in bare else ""
    unit = "".join(a or b for a, b in _LITERAL.findall(code)).strip()
    if unit and re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)*", unit):
        text = f"{text} {unit}"
    if money and sign and money.start() > code.find(digits[0]):
        return f"{text} {sign}"
    return f"-{sign}{text[1:]}" if text.startswith("-") else f"{sign}{text}"


def spread(words: str, columns: int) -> list[str]:
    """Return the words of a cell once for each column it covers; long ones, which no header has, in the first alone."""
    return [words] * columns if len(words) <= LONGEST_SPREAD else [words, *[""] * (columns - 1)]
