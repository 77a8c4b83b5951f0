"""Names of files that every file system takes, and that nobody else's record has."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import Final

_LONGEST: Final = 60
_UNSAFE: Final = re.compile(r"[^a-z0-9._-]+")
# Windows takes none of these, whatever follows a full stop in them.
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


def safe_name(identity: str) -> str:
    """Return a name for the record of that identity, always the same one.

    It has lower-case letters, digits, full stops and dashes only, and begins with a
    letter or a digit. An identity that is such a name stays as it is; any other is
    changed, and gets eight digits of its own digest, so that two that differ in case,
    in normalisation, or in what cannot stand in a name, do not meet. What other
    records there are does not matter.

    >>> safe_name("soong-1945.07"), safe_name("Soong"), safe_name("../../etc")
    ('soong-1945.07', 'soong-50ace7a6', 'etc-74ccf3c5')
    """
    plain = unicodedata.normalize("NFKD", identity.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    name = _UNSAFE.sub("-", letters)[:_LONGEST].strip("._-")
    reserved = _RESERVED.fullmatch(name)
    if name and name == identity and not reserved and ".." not in name:
        return name
    digest = sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{name.replace('.', '-') or 'record'}-{digest}"
