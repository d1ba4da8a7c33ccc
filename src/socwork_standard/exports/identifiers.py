"""Stable identifiers of exports: version 5 UUIDs (RFC 9562) from the namespace that the data keep."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from socwork_standard.errors import InputError


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Makes the identifier and the URI of whatever has a key.

    Without a base, URIs are `urn:uuid:…`; with one, such as `https://example.kz/standard/`, the UUID follows it.
    """

    namespace: UUID
    base: str = ""

    def uuid(self, key: str) -> str:
        """The identifier of a key: the same for ever, in lower case."""
        return str(uuid5(self.namespace, key))

    def uri(self, key: str) -> str:
        """The URI of a key."""
        return f"{self.base}{self.uuid(key)}" if self.base else f"urn:uuid:{self.uuid(key)}"


def checked_base(base: str) -> str:
    """The base of URIs, ending in a slash or a hash; an `InputError` where it is no absolute web address."""
    if not base:
        return ""
    if not base.startswith(("https://", "http://")) or any(sign in base for sign in ' <>"{}|\\^`\n'):
        raise InputError(
            "{base!r} is no web address.",
            "--base-uri",
            "Write it as https://example.kz/standard/.",
            base=base,
        )
    return base if base.endswith(("/", "#")) else f"{base}/"
