"""Which checks are made: whole layers, and single rules by their code or name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from encoder.configuration import suggestion
from encoder.errors import EncoderError
from encoder.validation.check import Layer
from encoder.validation.rules_schema import SCHEMA_RULES
from encoder.validation.tables import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder.finding import Rule
    from encoder.validation.check import Check

LAYERS: Final[dict[str, Layer]] = {
    **{rule.code: Layer.SCHEMA for rule in SCHEMA_RULES[1:]},
    **{check.rule.code: check.layer for check in CHECKS},
}
"""Every code that can be chosen, and the layer that it belongs to."""


class Selection(NamedTuple):
    """What is asked for: the layers, and the codes of the rules in them."""

    layers: frozenset[Layer]
    codes: frozenset[str]

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks that are functions and are asked for."""
        return tuple(check for check in CHECKS if check.rule.code in self.codes)

    def shows(self, rule: Rule) -> bool:
        """Return whether a finding of this rule is wanted.

        That a file cannot be read, or is strange as a file, is always said.
        """
        return rule.code in self.codes or rule.code not in LAYERS


def select(only: Iterable[str] = (), skip: Iterable[str] = ()) -> Selection:
    """Return what is selected by names of layers, codes and names of rules.

    Without `only` everything is. Raises EncoderError for a name that nothing has, when
    nothing is left, and for the layer without which there is no other.
    """
    wanted = frozenset(LAYERS) if not (some := [*only]) else _codes(some)
    unwanted = _codes(some := [*skip])
    if Layer.WELL_FORMED in some:
        message = "well-formed cannot be skipped: nothing is known of what is not XML"
        raise EncoderError(message)
    codes = wanted - unwanted
    layers = {LAYERS[code] for code in codes} | {Layer.WELL_FORMED}
    if len(layers) == 1 and Layer.WELL_FORMED not in {*only}:
        message = "nothing is left to check; take something out of --skip"
        raise EncoderError(message)
    return Selection(frozenset(layers), codes)


def _codes(names: Iterable[str]) -> frozenset[str]:
    """Return the codes that names of layers and rules stand for."""
    by_name = {check.rule.name: check.rule.code for check in CHECKS}
    by_name |= {rule.name: rule.code for rule in SCHEMA_RULES[1:]}
    codes: set[str] = set()
    for name in names:
        if name in set(Layer):
            codes.update(code for code, layer in LAYERS.items() if layer == name)
        elif name.upper() in LAYERS:
            codes.add(name.upper())
        elif name in by_name:
            codes.add(by_name[name])
        else:
            hint = suggestion(name, [*Layer, *by_name])
            message = f'there is no layer or rule "{name}"; {hint}'
            raise EncoderError(message)
    return frozenset(codes)
