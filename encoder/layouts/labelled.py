"""A text under lines of a label and its value, as oral histories and minutes have.

    Interview with Anne Hale

    Interviewer: James Reed
    Date: May 3, 1951
    Place: Example Library
    Tape: 2

    REED: Good morning.

Two labels that are known make the lines a description. A label that is not known is
one between two that are. A label that comes back is nobody's description, but speaks:
"Interviewer:" can be either.
"""

from __future__ import annotations

from encoder.layouts.form import form_layout
from encoder.layouts.labels import printed_labels
from encoder.model.description import FieldKind
from encoder.model.form import PageForm

LABELS = printed_labels("field")

LABELLED = form_layout(
    PageForm(
        name="labelled",
        labels=LABELS,
        head=(FieldKind.TITLE, FieldKind.DATE),
        fewest=2,
    )
)
