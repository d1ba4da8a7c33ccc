"""The command line `socwork`: `main` runs it and turns every ending into an exit code.

0: the work was done, whatever the verdict.  1: a check found something, or a status named with --fail-on came up.
2: bad input, with one message.  70: a mistake of the program itself.  130: interrupted.
"""

import gc
import os
import sys
from collections.abc import Sequence

from socwork_standard.cli.streams import let_go, prepare
from socwork_standard.errors import InputError, SocworkError, reason

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
    prepare()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except SocworkError as failure:
        return _say(_in_language(failure, arguments), BAD_INPUT)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        let_go(sys.stdout)
        return 0
    except Exception as failure:  # noqa: BLE001 - the last line of defence: no traceback for a user
        _empty_out()
        return _unforeseen(failure, arguments)


def _run(arguments: list[str]) -> int:
    from socwork_standard.cli.quick import quick

    code = quick(arguments)
    if code is None:
        from socwork_standard.cli.app import run

        code = run(arguments)
    sys.stdout.flush()
    return code


def _empty_out() -> None:
    """Write what is still to be written; where that cannot be, let it go."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        let_go(sys.stdout)


def _say(message: str, code: int) -> int:
    """Say it, if anybody can still be told."""
    try:
        print(f"socwork: {message}", file=sys.stderr, flush=True)  # noqa: T201 - the command line speaks here
    except OSError:
        let_go(sys.stderr)
    return code


def _in_language(failure: SocworkError, arguments: list[str]) -> str:
    """The error in the language that the command line, the environment or the locale asks for."""
    from socwork_standard import i18n

    return i18n.failure(i18n.language_in(arguments), failure)


def _unforeseen(failure: Exception, arguments: list[str]) -> int:
    """Say what no part of the program foresaw: the machine refused something, or the program is wrong."""
    if os.environ.get("SOCWORK_DEBUG") == "1":
        import traceback

        traceback.print_exception(failure)
    refused = _refused(failure)
    if refused is not None:
        return _say(_in_language(refused, arguments), BAD_INPUT)
    return _mistake(failure, arguments)


def _refused(failure: Exception) -> InputError | None:
    """What the machine refused, as an error of ours; None where it refused nothing."""
    if isinstance(failure, OSError):
        return InputError(
            "the system refused to read or write ({reason}).",
            str(failure.filename or ""),
            "Check the space on the disk, the permissions and the folder for temporary files.",
            reason=reason(failure),
        )
    if isinstance(failure, MemoryError):
        return InputError(
            "there is not enough memory for this.", mend="Split the input, or use a larger machine."
        )
    if isinstance(failure, UnicodeEncodeError) and failure.encoding == sys.getfilesystemencoding():
        return InputError(
            "the locale of this machine ({encoding}) has no letters for this file name.",
            failure.object,
            "Set LC_ALL=C.UTF-8 or PYTHONUTF8=1, or use a name of Latin letters.",
            encoding=failure.encoding,
        )
    return None


def _mistake(failure: Exception, arguments: list[str]) -> int:
    """Say that the program is wrong, not its user."""
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
