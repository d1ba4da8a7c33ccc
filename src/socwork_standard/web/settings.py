"""How the server is started: where it listens, who may ask, and how much at once."""

from dataclasses import dataclass, field

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
"""Hosts that only this machine can reach."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost, and how many are answered at once."""

    body: int = 1_000_000
    """bytes of a form or of JSON"""
    upload: int = 30_000_000
    """bytes of a request under one of `UPLOAD_PATHS`"""
    reading: float = 30.0
    """seconds in which a request must have arrived whole"""
    seconds: float = 20.0
    """seconds for an ordinary answer"""
    heavy_seconds: float = 600.0
    """seconds for a plan, a staff list or a curriculum; its process is ended then"""
    requests: int = 64
    """requests answered at once"""
    threads: int = 4
    """ordinary answers worked out at once"""
    processes: int = 2
    """heavy answers worked out at once, each in a process of its own"""
    waiting: int = 8
    """heavy requests that may wait for one of those"""
    rows: int = 500_000
    """rows of a staff list"""
    memory: int = 4_000_000_000
    """bytes of memory that the process of a staff list may take"""
    kept: int = 4
    """staff lists kept at once, each in a process of its own; beyond them the one not looked at for longest goes"""
    kept_seconds: float = 900.0
    """seconds for which the answers on a staff list are kept after somebody last looked at them"""
    sheets: int = 300
    """people whose one-page PDFs are put into one archive"""
    outcomes: int = 3_000
    """learning outcomes of a curriculum that is reviewed on the pages"""
    pdf_pages: int = 300
    """pages of a curriculum's PDF (reading takes about a second for five)"""
    curricula: int = 40
    """curricula kept in memory at once, each under an address of its own"""
    curriculum_seconds: float = 4 * 3600.0
    """seconds for which a curriculum is kept after its pages were last used"""


UPLOAD_PATHS = ("/staff", "/curriculum", "/api/v1/register", "/api/v1/map", "/api/v1/coverage")
"""Paths whose requests carry whole files."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one server."""

    host: str = "127.0.0.1"
    port: int = 8100
    token: str | None = None
    """asked for where it is set; it must be set where the host is not local"""
    hosts: frozenset[str] = frozenset()
    """further names by which the server may be called (names in the Host header, against DNS rebinding)"""
    limits: Limits = field(default_factory=Limits)

    @property
    def local(self) -> bool:
        """Can only this machine reach the server?"""
        return self.host in LOCAL

    def body_limit(self, path: str) -> int:
        """The most bytes that a request to `path` may have."""
        return self.limits.upload if path.startswith(UPLOAD_PATHS) else self.limits.body
