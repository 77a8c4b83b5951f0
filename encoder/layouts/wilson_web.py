"""The page of a digital archive, copied out of a browser: labels below the text.

    Skip to content

    May 3, 1951

    Conversation Between Hale and Reed

    This document was made possible with support from the Example Foundation

    HALE: Good morning.

    REED: Is it?

    Hale and Reed speak of the harbour.

    Document Information

    Source

    Example Library, box 6, folder 9. Contributed by Anne Reed.

    Original Uploaded Date

    Type

    Record ID

    12

A label stands alone on its line, and can have nothing under it. The paragraph above
"Document Information" is the summary, unless it begins as the turns do.
"""

from __future__ import annotations

from encoder.language.pack import every
from encoder.layouts.form import form_layout
from encoder.layouts.labels import printed_labels
from encoder.layouts.wilson_export import BANNER
from encoder.model.description import FieldKind
from encoder.model.form import PageForm

LABELS = printed_labels("wilson-web")
(_PART,) = every("wilson-web-part")
_FORM = PageForm(
    name="wilson-web",
    labels=LABELS,
    head=(FieldKind.DATE, FieldKind.TITLE, FieldKind.CREDITS),
    signs=(_PART,),
    fewest=2,
    furniture=(*BANNER, *sorted(every("wilson-link"))),
    ends_at=_PART,
    above_end=FieldKind.SUMMARY,
    archive="wilson",
)

WILSON_WEB = form_layout(_FORM)
