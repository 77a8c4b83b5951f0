"""schemas/*.odd to XSD and RELAX NG: the schema is written once, in TEI's own terms.

An ODD in, and bytes out; the compiler knows the constructs that this project's
customisation uses, and refuses every other one by name.
"""

from __future__ import annotations

from encoder.odd.compiled import Compiled, compile_odd
from encoder.odd.read import UnknownConstructError, read
from encoder.odd.schema import Schema

__all__ = ["Compiled", "Schema", "UnknownConstructError", "compile_odd", "read"]
