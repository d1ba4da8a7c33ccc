"""Starting the server: what is said, what is refused, and that it ends quietly."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from socwork_standard.cli import main
from socwork_standard.cli import serve as serving


@pytest.fixture
def taken() -> Iterator[int]:
    """Return a port on which somebody listens already."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Give what a start that must fail says."""
    assert main(["serve", "--lang", "en", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str], taken: int) -> None:
    """A port in use is named, and another one proposed."""
    message = said(capsys, "--port", str(taken))
    assert f"port {taken}" in message
    assert "--port" in message


def test_an_extra_that_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra the message holds the line that installs it."""
    monkeypatch.setattr(serving, "find_spec", lambda name: None if name == "uvicorn" else name)
    assert 'pip install "socwork-standard[web]"' in said(capsys)


def test_other_machines_need_a_token(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A host that others can reach is refused without a token, and with one that can be guessed."""
    short = tmp_path / "token"
    short.write_text("short\n", encoding="utf-8")
    assert "--token-file" in said(capsys, "--host", "0.0.0.0")  # noqa: S104 - refused before it is bound
    assert "16" in said(capsys, "--token-file", str(short))
    assert "cannot be read" in said(capsys, "--token-file", str(tmp_path / "nothing"))


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as a signal")
def test_it_answers_and_ends_quietly() -> None:
    """Started from the command line it serves the page, logs no request, and Ctrl-C ends it without a traceback."""
    command = [sys.executable, "-m", "socwork_standard", "serve", "--port", "0", "--lang", "en"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        started = process.stderr.readline()
        address = next(word for word in started.split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(f"{address}check?card=13&id=0417") as answer:  # noqa: S310 - our own server
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        out, rest = process.communicate(timeout=30)
    assert process.returncode == 0
    assert out == ""
    assert rest == "Stopped.\n"


def test_a_host_that_is_not_known(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A name or an address that is none of this machine is named as such; no other port is proposed."""
    token = tmp_path / "token"
    token.write_text("a secret of many letters".replace(" ", "-"), encoding="utf-8")
    message = said(capsys, "--host", "no-such-host.invalid", "--token-file", str(token))
    assert "--host" in message
    assert "no-such-host.invalid" in message
    assert "--port" not in message
