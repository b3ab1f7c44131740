"""The script for bash 3.2 (which macOS has) and later."""

from collections.abc import Iterable, Sequence

from ui.cli.shells.lines import Line, Word

_FRAME = """\
# newsdesk: source <(newsdesk completion bash)
_newsdesk() {{
    local IFS=$'\\n' cur="${{COMP_WORDS[COMP_CWORD]}}" prev="${{COMP_WORDS[COMP_CWORD-1]}}" command="${{COMP_WORDS[1]}}"
    local nl=$'\\n'
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W "{commands}" -- "$cur"))
        return
    fi
    case "$command $prev" in
{values}
    esac
    if [[ $cur == -* ]]; then
        case "$command" in
{options}
        esac
        return
    fi
    case "$command" in
{arguments}
    esac
}}
complete -o filenames -F _newsdesk newsdesk
"""


def write_bash(lines: Sequence[Line], top: Sequence[Word]) -> str:
    """Return the script."""
    values = [
        f"        {'|'.join(_case(line.name, word))}) {_reply(word)} return ;;"
        for line in lines
        for word in line.options
        if word.value
    ]
    options = [
        f"        {line.name}) {_among(name for word in line.options for name in word.names)} ;;" for line in lines
    ]
    arguments = [
        f"        {line.name}) {_reply(word)} ;;" for line in lines for word in line.arguments[:1] if _reply(word)
    ]
    names = [*(line.name for line in lines), *(name for word in top for name in word.names)]
    parts = {"values": values, "options": options, "arguments": arguments}
    return _FRAME.format(commands=_joined(names), **{name: "\n".join(cases) for name, cases in parts.items()})


def _case(command: str, word: Word) -> list[str]:
    return [f'"{command} {name}"' for name in word.names]


def _reply(word: Word) -> str:
    """Return the statement that offers what a word may be; empty where nothing can be guessed."""
    if word.choices:
        return _among(word.choices)
    if word.is_folder:
        return 'COMPREPLY=($(compgen -d -- "$cur"));'
    return 'COMPREPLY=($(compgen -f -- "$cur"));' if word.is_file else ""


def _among(names: Iterable[str]) -> str:
    return f'COMPREPLY=($(compgen -W "{_joined(names)}" -- "$cur"));'


def _joined(names: Iterable[str]) -> str:
    return "${nl}".join(names)
