r"""Plain-text records of conversation into TEI: the front door of the library.

>>> import encoder
>>> outcome = encoder.convert("Hale and Reed\n\nHALE: Good morning.\n")
>>> [finding.rule.name for finding in encoder.validate(outcome.tei)]
['no-date-of-the-text', 'no-language', 'no-identifier', 'nameless-publisher']
"""

__version__ = "0.1.0"

__all__ = [
    "Authority",
    "Configuration",
    "Decision",
    "Document",
    "Encoder",
    "EncoderError",
    "Engine",
    "Entity",
    "Exported",
    "Finding",
    "Licence",
    "Options",
    "Outcome",
    "Place",
    "Record",
    "Rule",
    "Severity",
    "Source",
    "Span",
    "convert",
    "export",
    "load_configuration",
    "validate",
]

# `typing` would take longer to import than all that `tei-encoder --version` does.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from encoder.configuration import Configuration, Encoder, Licence, Options
    from encoder.errors import EncoderError
    from encoder.exporters.exported import Exported
    from encoder.finding import Finding, Rule, Severity
    from encoder.library import convert, export, load_configuration, validate
    from encoder.model.authority import Authority, Entity
    from encoder.model.decision import Decision
    from encoder.model.record import Record
    from encoder.model.source import Place, Source, Span
    from encoder.pipeline import Outcome
    from encoder.tei.document import Document
    from encoder.validation.schema.engines import Engine

_ROOMS = {
    "encoder.validation.schema.engines": ("Engine",),
    "encoder.configuration": ("Configuration", "Encoder", "Licence", "Options"),
    "encoder.errors": ("EncoderError",),
    "encoder.exporters.exported": ("Exported",),
    "encoder.finding": ("Finding", "Rule", "Severity"),
    "encoder.library": ("convert", "export", "load_configuration", "validate"),
    "encoder.model.authority": ("Authority", "Entity"),
    "encoder.model.decision": ("Decision",),
    "encoder.model.record": ("Record",),
    "encoder.model.source": ("Place", "Source", "Span"),
    "encoder.pipeline": ("Outcome",),
    "encoder.tei.document": ("Document",),
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return one of `__all__`, imported when it is first asked for (PEP 562)."""
        for room, names in _ROOMS.items():
            if name in names:
                from importlib import import_module  # noqa: PLC0415 (as in the comment)

                value = globals()[name] = getattr(import_module(room), name)
                return value
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
