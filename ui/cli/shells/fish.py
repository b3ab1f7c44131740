"""The script for fish: one `complete` for each command and option."""

from collections.abc import Sequence

from ui.cli.shells.lines import Line, Word


def write_fish(lines: Sequence[Line], top: Sequence[Word]) -> str:
    """Return the script."""
    first, written = (
        "-n __fish_use_subcommand",
        ["# newsdesk: newsdesk completion fish | source", "complete -c newsdesk -f"],
    )
    written += [f"complete -c newsdesk {first} {_names(word)} -d {_quoted(word.help)}" for word in top]
    for line in lines:
        written.append(f"complete -c newsdesk {first} -a {line.name} -d {_quoted(line.help)}")
        there = f"-n {_quoted(f'__fish_seen_subcommand_from {line.name}')}"
        for word in line.options:
            value = f" {_value(word)}" if word.value else ""
            written.append(f"complete -c newsdesk {there} {_names(word)}{value} -d {_quoted(word.help)}")
        written += [f"complete -c newsdesk {there} {_value(word)}" for word in line.arguments if _offers(word)]
    return "\n".join(written) + "\n"


def _names(word: Word) -> str:
    return " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in word.names)


def _offers(word: Word) -> bool:
    return bool(word.choices) or word.is_file or word.is_folder


def _value(word: Word) -> str:
    """Return how the value of a word is completed; -x takes a value and no file, -r with -F any file."""
    if word.choices:
        return f"-x -a {_quoted(' '.join(word.choices))}"
    if word.is_folder:
        return f"-x -a {_quoted('(__fish_complete_directories)')}"
    return "-r -F" if word.is_file else "-x"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
