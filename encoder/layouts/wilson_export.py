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

from encoder.layouts.form import form_layout
from encoder.model.description import FieldKind
from encoder.model.form import PageForm

BANNER = (
    "Digital Archive",
    "digitalarchive.wilsoncenter.org",
    "International History Declassified",
    "Digital Archive International History Declassified",
)
LABELS = {
    "Citation": FieldKind.CITATION,
    "Summary": FieldKind.SUMMARY,
    "Credits": FieldKind.CREDITS,
    "Original Language": FieldKind.LANGUAGE,
    "Contents": FieldKind.CONTENTS,
}
_FORM = PageForm(
    name="wilson-export",
    labels=LABELS,
    signs=("Citation", "Contents"),
    furniture=BANNER,
    begins_after="Contents",
    archive="wilson",
)

WILSON_EXPORT = form_layout(_FORM)
