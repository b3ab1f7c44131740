"""The script for zsh, over its own `_arguments`."""

import re
from collections.abc import Sequence

from ui.cli.shells.lines import Line, Word

_FRAME = """\
#compdef newsdesk
# newsdesk: source <(newsdesk completion zsh), after compinit
_newsdesk() {{
    local -a commands
    commands=(
{commands}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        compadd -- {top}
        return
    fi
    shift words
    (( CURRENT-- ))
    case $words[1] in
{cases}
    esac
}}
compdef _newsdesk newsdesk
"""


def write_zsh(lines: Sequence[Line], top: Sequence[Word]) -> str:
    """Return the script."""
    commands = [f"        {_quoted(line.name + ':' + line.help)}" for line in lines]
    cases = []
    for line in lines:
        specs = [spec for word in line.words for spec in _specs(word)]
        cases.append(
            f"        {line.name}) _arguments -s \\\n" + " \\\n".join(f"            {s}" for s in specs) + " ;;"
        )
    return _FRAME.format(
        commands="\n".join(commands), top=" ".join(name for word in top for name in word.names), cases="\n".join(cases)
    )


def _specs(word: Word) -> list[str]:
    """Return `'--index[what it is]:DIR:_directories'` for each name, which excludes the others."""
    value = f":{_plain(word.value)}:{_action(word)}" if word.value else ""
    if not word.names:
        return [_quoted(f"{'*' if word.many else ''}{value}")]
    others = f"({' '.join(word.names)})" if not word.many else "*"
    return [_quoted(f"{others}{name}[{_plain(word.help)}]{value}") for name in word.names]


def _action(word: Word) -> str:
    if word.choices:
        return f"({' '.join(word.choices)})"
    return "_directories" if word.is_folder else "_files" if word.is_file else " "


def _plain(text: str) -> str:
    return re.sub(r"([\[\]:\\])", r"\\\1", text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
