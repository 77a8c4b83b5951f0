"""The compiler: each construct it knows, and a refusal by name of those it does not."""

from __future__ import annotations

import pytest
from lxml import etree

from encoder.errors import EncoderError
from encoder.odd import UnknownConstructError, compile_odd, read
from encoder.odd.schema import Alternate, ElementKey, Occurs, TextContent

ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
<schemaSpec ident="small" start="div">
<dataSpec ident="teidata.when"><content><alternate>
<dataRef name="date"/><dataRef name="gYear"/></alternate></content></dataSpec>
<dataSpec ident="teidata.word"><content>
<dataRef name="token" restriction="\\S+"/></content></dataSpec>
<classSpec ident="att.dated" type="atts"><attList>
<attDef ident="when"><desc>a day</desc>
<datatype><dataRef key="teidata.when"/></datatype></attDef></attList></classSpec>
<classSpec ident="model.block" type="model"/>
<macroSpec ident="macro.words"><content>
<alternate minOccurs="0" maxOccurs="unbounded">
<textNode/><elementRef key="hi"/></alternate></content></macroSpec>
<elementSpec ident="div"><content>
<sequence><elementRef key="head" minOccurs="0"/>
<classRef key="model.block" maxOccurs="unbounded"/></sequence>
</content></elementSpec>
<elementSpec ident="head"><content><textNode/></content></elementSpec>
<elementSpec ident="p"><classes><memberOf key="model.block"/></classes>
<content><macroRef key="macro.words"/></content></elementSpec>
<elementSpec ident="pb"><classes>
<memberOf key="model.block"/><memberOf key="att.dated"/></classes>
<content><empty/></content>
<attList><attDef ident="rend" usage="req"><desc>how</desc>
<datatype maxOccurs="unbounded"><dataRef key="teidata.word"/></datatype></attDef>
<attDef ident="break"><desc>whether</desc><valList type="closed">
<valItem ident="yes"/><valItem ident="no"/></valList></attDef></attList></elementSpec>
<elementSpec ident="hi"><content><dataRef key="teidata.word"/></content></elementSpec>
</schemaSpec></body></text></TEI>"""

DOCUMENT = """<div xmlns="http://www.tei-c.org/ns/1.0"><head>One</head>
<p>two <hi>three</hi> four</p><pb when="1945" rend="a b" break="no"/></div>"""


def odd(old: str, new: str) -> bytes:
    assert ODD.count(old) == 1
    return ODD.replace(old, new).encode()


@pytest.fixture(scope="module")
def validators(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[etree.XMLSchema, etree.RelaxNG]:
    """The schemas that are compiled from ODD, ready for use."""
    folder = tmp_path_factory.mktemp("small")
    for name, data in compile_odd(ODD.encode()).files.items():
        (folder / name).write_bytes(data)
    xsd = etree.XMLSchema(etree.parse(folder / "small.xsd"))
    return xsd, etree.RelaxNG(etree.parse(folder / "small.rng"))


Validators = tuple[etree.XMLSchema, etree.RelaxNG]


def test_both_schemas_accept_what_the_odd_describes(validators: Validators) -> None:
    tree = etree.fromstring(DOCUMENT)
    assert [validator.validate(tree) for validator in validators] == [True, True]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<head>One</head>", "<head>One</head><head>Two</head>"),
        ("<head>One</head>", "stray"),
        ('<pb when="1945" rend="a b" break="no"/>', "<pb/>"),
        ('when="1945"', 'when="soon"'),
        ('rend="a b"', 'rend=""'),
        ('break="no"', 'break="perhaps"'),
        ("<hi>three</hi>", "<hi>three three</hi>"),
        ("<hi>three</hi>", "<pb rend='a'/>"),
        ("<p>two <hi>three</hi> four</p>", "<q/>"),
    ],
)
def test_both_schemas_refuse_what_it_does_not(
    old: str, new: str, validators: Validators
) -> None:
    tree = etree.fromstring(DOCUMENT.replace(old, new))
    assert [validator.validate(tree) for validator in validators] == [False, False]


@pytest.mark.parametrize(
    ("old", "new", "construct", "line"),
    [
        ("<empty/>", "<anyElement/>", "<anyElement>", 23),
        ("<empty/>", "<empty/><empty/>", "without one content model", 21),
        (
            "<empty/>",
            '<valList type="closed"><valItem ident="a"/></valList>',
            "<valList> at this place",
            23,
        ),
        ("<empty/>", '<dataRef name="date"/>', "<dataRef> at this place", 23),
        ('maxOccurs="unbounded"/></seq', 'maxOccurs="2"/></seq', 'maxOccurs="2"', 16),
        ("<sequence>", '<sequence preserveOrder="false">', "@preserveOrder", 15),
        ('<alternate minOccurs="0" max', "<alternate max", "<textNode> outside", 12),
        ('"hi"/></alt', '"hi" minOccurs="0"/></alt', "beside <textNode>", 13),
        ('key="head"', 'key="heading"', "<elementRef> to 'heading'", 15),
        ('memberOf key="att.dated"', 'memberOf key="att.x"', "to 'att.x'", 22),
        ('ident="head"', 'ident="head" mode="change"', "@mode of <elementSpec>", 18),
        ("a day</desc>", "a day</desc><constraintSpec/>", "<constraintSpec>", 8),
        ('<valList type="closed">', '<valList type="open">', "<valList>", 26),
        (
            '<datatype maxOccurs="unb',
            '<datatype minOccurs="0" maxOccurs="unb',
            "empty",
            25,
        ),
        (
            '<dataRef name="date"/>',
            '<dataRef key="teidata.word"/>',
            "without a name",
            4,
        ),
        ('start="div"', 'start="body"', 'start="body"', 2),
        ('start="div">', 'start="div"><moduleRef key="core"/>', "<moduleRef>", 2),
        ('ident="head"', 'ident="p"', "a second <elementSpec> of 'p'", 19),
        ('ident="head"', 'module="core"', "<elementSpec> without @ident", 18),
        ('type="model"/>', 'type="models"/>', "type=\"models\" of 'model.block'", 10),
        ('Ref key="model.block"', 'Ref key="att.dated"', "<classRef> to 'att.", 16),
        ('memberOf key="att.dated"', "memberOf", "<memberOf> without @key", 22),
        (
            'type="atts">',
            'type="atts"><classes><memberOf key="att.dated"/></classes>',
            "<classSpec> in the class 'att.dated'",
            7,
        ),
        ('<attDef ident="break">', '<attDef ident="when">', "two of @when", 21),
        ('usage="req"', 'usage="sometimes"', 'usage="sometimes"', 24),
        ("<empty/>", "<sequence/>", "an empty <sequence>", 23),
        ('<valItem ident="yes"/><valItem ident="no"/>', "", "an empty <valList>", 26),
        ('name="gYear"', 'name="gYaer"', "<dataRef> to 'gYaer'", 4),
        ('name="gYear"', 'name="gYear" restriction="1.*"', "among several", 4),
        ('"teidata.when"/></d', '"teidata.when" restriction="1"/></d', "with @key", 9),
        ('"teidata.when"/></d', '"teidata.when" name="date"/></d', "without one of", 9),
        (
            'ed"><dataRef key="teidata.word"',
            'ed"><dataRef name="date"',
            "a list of values of a datatype without a name",
            24,
        ),
    ],
)
def test_an_unknown_construct_is_refused_by_name_and_line(
    old: str, new: str, construct: str, line: int
) -> None:
    with pytest.raises(UnknownConstructError) as refusal:
        read(odd(old, new))
    assert construct in refusal.value.construct
    assert refusal.value.line == line
    assert f"line {line} of the ODD: " in str(refusal.value)
    assert isinstance(refusal.value, EncoderError)


def test_a_class_without_members_is_refused() -> None:
    spec = '<classSpec ident="model.empty" type="model"/><macroSpec'
    with pytest.raises(UnknownConstructError, match=r"a class without members"):
        read(odd("<macroSpec", spec))


def test_a_file_that_is_no_odd_is_refused() -> None:
    with pytest.raises(UnknownConstructError, match="without <schemaSpec>"):
        read(b"<p/>")


def test_groups_of_specifications_are_read_where_they_are_referred_to() -> None:
    start, end = ODD.index("<elementSpec"), ODD.index("</schemaSpec>")
    grouped = (
        ODD[:start]
        + '<specGrpRef target="#all"/></schemaSpec><specGrp xml:id="all">'
        + ODD[start:end]
        + ODD[end:].replace("</schemaSpec>", "</specGrp>")
    )
    assert compile_odd(grouped.encode()) == compile_odd(ODD.encode())


@pytest.mark.parametrize("stranger", ['<moduleRef key="core"/>', '<x xmlns="y:z"/>'])
def test_what_is_in_a_group_is_not_passed_over(stranger: str) -> None:
    start, end = ODD.index("<elementSpec"), ODD.index("</schemaSpec>")
    grouped = (
        f'{ODD[:start]}<specGrpRef target="#all"/></schemaSpec>'
        f'<specGrp xml:id="all"><head>All</head>{stranger}{ODD[start:end]}'
        f"{ODD[end:].replace('</schemaSpec>', '</specGrp>')}"
    )
    with pytest.raises(UnknownConstructError, match=r"<(moduleRef|\{y:z\}x)>"):
        read(grouped.encode())


def test_what_is_said_is_read_with_the_names_in_it() -> None:
    said = odd("<desc>how</desc>", "<desc>how <gi>pb</gi>\n is set</desc>")
    (attribute, _) = read(said).elements["pb"].attributes
    assert attribute.description == "how pb is set"


def test_a_reference_to_no_group_is_refused() -> None:
    wrong = odd("<macroSpec", '<specGrpRef target="#none"/><macroSpec')
    with pytest.raises(UnknownConstructError, match="#none"):
        read(wrong)


def test_a_mixed_content_model_is_a_choice_of_words_and_elements() -> None:
    macro = read(ODD.encode()).macros["macro.words"]
    assert macro == Alternate((TextContent(), ElementKey("hi")), Occurs.ANY)
