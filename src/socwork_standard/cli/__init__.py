"""The command line `socwork`: `main` runs it and turns every ending into an exit code.

0: the work was done, whatever the verdict.  1: a check found something, or a status named with --fail-on came up.
2: bad input, with one message.  70: a mistake of the program itself.  130: interrupted.
"""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from socwork_standard.errors import InputError, SocworkError

__all__ = ["main"]

BAD_INPUT = 2
PROGRAM_MISTAKE = 70
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `socwork` with these arguments (those of the process where absent); the exit code comes back."""
    # A start makes many objects that all stay; looking through them again and again costs more than it frees.
    gc.set_threshold(50_000)
    # Looking for plugins of pydantic reads the metadata of every installed package; there are none of ours.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        _use_utf8(stream)
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except SocworkError as failure:
        return _say(_in_language(failure, arguments), BAD_INPUT)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go()
        return 0
    except Exception as failure:  # noqa: BLE001 - the last line of defence: no traceback for a user
        return _mistake(failure, arguments)


def _run(arguments: list[str]) -> int:
    from socwork_standard.cli.quick import quick

    code = quick(arguments)
    if code is None:
        from socwork_standard.cli.app import run

        code = run(arguments)
    sys.stdout.flush()
    return code


def _say(message: str, code: int) -> int:
    print(f"socwork: {message}", file=sys.stderr)  # noqa: T201 - the command line speaks here
    return code


def _in_language(failure: SocworkError, arguments: list[str]) -> str:
    """The error in the language that the command line, the environment or the locale asks for."""
    from socwork_standard import i18n

    return i18n.failure(i18n.language_in(arguments), failure)


def _mistake(failure: Exception, arguments: list[str]) -> int:
    """Say that the program is wrong, not its user."""
    if os.environ.get("SOCWORK_DEBUG") == "1":
        import traceback

        traceback.print_exception(failure)
    from socwork_standard import __version__

    kind = f"{type(failure).__name__}: {' '.join(str(failure).split())}"
    mistake = InputError(
        "this is a mistake of the program, not yours ({kind}).",
        mend="Please report that text with version {version}, the command, and, after setting SOCWORK_DEBUG=1, "
        "the longer text that the same command then prints.",
        kind=kind,
        version=__version__,
    )
    return _say(_in_language(mistake, arguments), PROGRAM_MISTAKE)


def _use_utf8(stream: TextIO) -> None:
    """Print UTF-8 whatever the locale is; Kazakh has no place in most others."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go() -> None:
    """Send what is still to be written nowhere, so that closing a broken pipe is no second failure."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return
