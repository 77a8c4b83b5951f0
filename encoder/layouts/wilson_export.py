"""The page of a digital archive, exported: labels, each alone on its line.

    May 3, 1951

    Conversation Between A. Hale and Reed

    Citation:

    "Conversation Between A. Hale and Reed", May 3, 1951, Example Archive, …
    <https://archive.example/document/12>

    Summary:

    Hale and Reed speak of the harbour.

    Original Language:

    English

    Contents:

    Transcript - English

    HALE: Good morning.

The date and the title stand above the first label. The contents are one paragraph,
and the record begins after them. A line that ends in a colon and stands alone between
the labels is a label too, if an unknown one.

Older exports begin with a banner of three lines, have days with a leading zero, and
can have more than one line of contents:

    Digital Archive
    digitalarchive.wilsoncenter.org
    International History Declassified

    May 03, 1951
"""

from __future__ import annotations

from encoder.language.pack import spellings
from encoder.layouts.form import form_layout
from encoder.layouts.labels import printed_labels
from encoder.model.description import FieldKind
from encoder.model.form import PageForm

BANNER = tuple(line for (line,) in spellings("en", "wilson-banner"))
# In the order of `FieldKind`, which is that of the page.
LABELS = printed_labels("wilson-export")
_PRINTED = {kind: label for label, kind in LABELS.items()}
SIGNS = (_PRINTED[FieldKind.CITATION], _PRINTED[FieldKind.CONTENTS])
"""The labels that every such page has."""
_FORM = PageForm(
    name="wilson-export",
    labels=LABELS,
    signs=SIGNS,
    furniture=BANNER,
    begins_after=_PRINTED[FieldKind.CONTENTS],
    archive="wilson",
)

WILSON_EXPORT = form_layout(_FORM)
