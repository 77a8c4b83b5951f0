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
from encoder.model.description import FieldKind
from encoder.model.form import PageForm

LABELS = {
    "Title": FieldKind.TITLE,
    "Date": FieldKind.DATE,
    "Date of interview": FieldKind.DATE,
    "Interview date": FieldKind.DATE,
    "Place": FieldKind.PLACE,
    "Location": FieldKind.PLACE,
    "Venue": FieldKind.PLACE,
    "Author": FieldKind.AUTHOR,
    "Authors": FieldKind.AUTHOR,
    "Citation": FieldKind.CITATION,
    "Summary": FieldKind.SUMMARY,
    "Abstract": FieldKind.SUMMARY,
    "Source": FieldKind.SOURCE,
    "Repository": FieldKind.ARCHIVE,
    "Archive": FieldKind.ARCHIVE,
    "Collection": FieldKind.COLLECTION,
    "Box": FieldKind.BOX,
    "Folder": FieldKind.FOLDER,
    "Rights": FieldKind.RIGHTS,
    "Language": FieldKind.TEXT_LANGUAGE,
    "Original Language": FieldKind.LANGUAGE,
    "Subject": FieldKind.SUBJECT,
    "Subjects": FieldKind.SUBJECT,
    "Topic": FieldKind.SUBJECT,
    "Keywords": FieldKind.SUBJECT,
    "Type": FieldKind.TYPE,
    "Classification": FieldKind.CLASSIFICATION,
    "Record ID": FieldKind.RECORD_ID,
    "Participants": FieldKind.PARTICIPANTS,
    "Interviewer": FieldKind.RESPONSIBILITY,
    "Interviewers": FieldKind.RESPONSIBILITY,
    "Interviewee": FieldKind.RESPONSIBILITY,
    "Interviewees": FieldKind.RESPONSIBILITY,
    "Interviewed by": FieldKind.RESPONSIBILITY,
    "Narrator": FieldKind.RESPONSIBILITY,
    "Transcriber": FieldKind.RESPONSIBILITY,
    "Transcribed by": FieldKind.RESPONSIBILITY,
    "Translator": FieldKind.RESPONSIBILITY,
    "Translated by": FieldKind.RESPONSIBILITY,
    "Recorded by": FieldKind.RESPONSIBILITY,
    "Editor": FieldKind.RESPONSIBILITY,
    "Edited by": FieldKind.RESPONSIBILITY,
    "Note-taker": FieldKind.RESPONSIBILITY,
}

LABELLED = form_layout(
    PageForm(
        name="labelled",
        labels=LABELS,
        head=(FieldKind.TITLE, FieldKind.DATE),
        fewest=2,
    )
)
