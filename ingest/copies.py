"""Find near copies: MinHash over word shingles (Broder, 1997)."""

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Five words in a row are rarely shared by two texts written apart.
SHINGLE_WORDS = 5
# 128 values give the Jaccard similarity with a standard error of at most 0.044 (1 / sqrt(4 * 128)).
SIGNATURE_SIZE = 128
# Measured on edited stories of 500 words and on invented wire stories in three papers: copies that were cut by a
# third, edited or set between other paragraphs reach 0.48 and more; a shared first paragraph and two reports
# written apart on one event stay below 0.12. The threshold is the middle of the gap.
COPY_THRESHOLD = 0.35
# A story cut to a third has a similarity of a third with its source at most, and nearly all its words in it.
CONTAINED, LEAST_SHARED = 0.6, 0.12
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_MASK = (1 << 64) - 1
# Shingles are taken in blocks, so that memory stays flat on a long text.
_BLOCK = 4096


def sign(text: str) -> tuple[int, ...]:
    """Make the MinHash signature of a text: 128 numbers below 2**32, or () for a text without words."""
    import numpy as np

    shingles = _shingles(text)
    if not len(shingles):
        return ()
    least = np.full(SIGNATURE_SIZE, _MASK, dtype=np.uint64)
    factors, shifts = _permutations()
    for at in range(0, len(shingles), _BLOCK):
        part = shingles[at : at + _BLOCK, None] * factors + shifts
        least = np.minimum(least, part.min(axis=0))
    return tuple(int(value) for value in least >> np.uint64(32))


def similarity(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Estimate the Jaccard similarity, 0 to 1, of the shingles of two signed texts; 0 for an empty signature."""
    if len(a) != len(b) or not a:
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)


def containment(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Estimate the share, 0 to 1, of the shingles of the shorter of two signed texts that the longer has too.

    |A and B| = J (|A| + |B|) / (1 + J); a text's number of shingles is read off its signature, whose values are the
    least of so many uniform numbers (Cohen 1997, "Size-estimation framework"), with an error of about 9 %.
    """
    shared = similarity(a, b)
    if not shared:
        return 0.0
    one, other = _count(a), _count(b)
    return min(1.0, shared * (one + other) / ((1 + shared) * min(one, other)))


def is_copy(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Tell whether two signed texts are one story in the same words, edited or cut."""
    shared = similarity(a, b)
    return shared >= COPY_THRESHOLD or (shared >= LEAST_SHARED and containment(a, b) >= CONTAINED)


def _count(signature: tuple[int, ...]) -> float:
    """Estimate how many shingles a signed text has: the least of n uniform numbers is 1 / (n + 1) on average."""
    mean = sum(signature) / len(signature) / 2**32
    return max(1.0, 1 / mean - 1) if mean else float(2**32)


def _shingles(text: str) -> "NDArray[np.uint64]":
    """Hash each run of SHINGLE_WORDS words to 64 bits; a shorter text is one shingle."""
    import numpy as np

    words = _WORD.findall(text.casefold())
    codes = np.fromiter((zlib.crc32(word.encode()) for word in words), dtype=np.uint64, count=len(words))
    size = min(SHINGLE_WORDS, len(codes))
    if not size:
        return codes
    count = len(codes) - size + 1
    rolled = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        rolled = _mix(rolled + codes[offset : offset + count] + np.uint64(offset + 1))
    return np.unique(rolled)


def _mix(values: "NDArray[np.uint64]") -> "NDArray[np.uint64]":
    """Scramble 64-bit numbers (the finaliser of splitmix64, Steele, Lea and Flood 2014)."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: NDArray[np.uint64] = values ^ (values >> np.uint64(31))
    return mixed


def _permutations() -> "tuple[NDArray[np.uint64], NDArray[np.uint64]]":
    """Derive the fixed factors (odd) and shifts of the SIGNATURE_SIZE hash functions."""
    import numpy as np

    numbers = _mix(np.arange(1, 2 * SIGNATURE_SIZE + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
    return numbers[:SIGNATURE_SIZE] | np.uint64(1), numbers[SIGNATURE_SIZE:]
