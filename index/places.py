"""What a source is remembered by, so that a file named in two ways is one, and two files named alike are two."""

import os

_ADDRESS = ("http://", "https://")


def is_address(source: str) -> bool:
    """Tell whether a source is a web address, or a part of what one gave (`address#row`)."""
    return source.lower().startswith(_ADDRESS)


def place_of(source: str) -> str:
    """Return a web address as it is, and a file, or a row of it (`file#row`), by its full path.

    Only the folder is spelled out: the id of a row may hold slashes and dots that are its own.
    """
    if is_address(source):
        return source
    name, mark, row = source.partition("#")
    folder, file = os.path.split(name)
    return os.path.join(os.path.abspath(folder), file) + mark + row  # noqa: PTH100, PTH118 - Path drops what a name ends with
