"""What stands around a day in running words and makes it another's, or no day at all.

A day without a year is the meeting's only where nothing speaks against it: no other
year, no street, plot or feast that has its name from a day, no "about" and no "Vol."
In doubt nothing is claimed, so that these tables may be generous.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from encoder.dates.patterns import YEAR
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

LONGEST_BEFORE = 48
"""How many characters before a day are looked at for what it is a part of."""
_NEARBY = 150
"""How many characters before and after a day can say that another year is meant."""

_YEAR_NEARBY = Pattern(rf"(?<! [0-9] ) {YEAR} (?! [0-9] )")
_SHORT_YEAR = Pattern(r"(?<! \w ) ['\u2019] (?P<figures> [0-9]{2} ) (?! \w )")
_OTHER_YEAR = Pattern(
    r"""
    (?: last | next | previous | following | preceding | that | same ) [ ] year \b
    | \b years? [ ] (?: ago | before | earlier | later | after ) \b
    """
)
_YEAR_ABROAD = Pattern(
    r"""
    \b (?: année | jahr | jahre | jahres | año | ano | anno | год | года | году | rok
        | roku ) s? \b
    | [去明昨翌同次前来來]年 | 작년 | 내년 | 지난해 | 이듬해 | 다음[ ]?해 | 그[ ]?해
    """
)
_MOVED = Pattern(
    r"""
    (?i: postpon | mov(?:e|ing) | shift | defer | delay | reschedul | adjourn | chang
       | transfer | put[ ]off | brought[ ]forward | advanc | extend | corrected
       | report | déplac | repouss | versch[io]b | verleg | vertag | aplaz | adiad
       | rinvi | spost | перен[её]с | отлож | przesu | przeł[oó]ż | odrocz )
    """
)
_OPEN = Pattern(
    r"""
    \b (?: about | around | circa | ca?\. | ca | approximately | roughly | probably
         | perhaps | possibly
         | vers | environ | aux[ ]alentours | probablement
         | etwa | gegen | um | ungefähr | wahrscheinlich | vermutlich
         | hacia | alrededor | aproximadamente | probablemente
         | cerca | por[ ]volta | provavelmente
         | verso | intorno | probabilmente
         | около | примерно | приблизительно | вероятно
         | około | ok\. | mniej[ ]więcej | prawdopodobnie )
    [ ]+ (?: (?: the | of | le | du | den | el | del | de | do | il | al | o ) [ ]+ )*
    \Z
    """
)
_NUMBERED = Pattern(
    r"""
    (?: \b (?: vol | nos? | nr | num | number | issue | chap | chapter | part | art
             | article | sec | section | para | paragraph | item | room | box | folder
             | doc | document | pp? | page | pages | series | volume | tel | telephone
             | version | v | band | heft | bd | tome | tomo | том | стр | poz )
        | [№\#$£€§] | \b n [°º] )
    \.? [ ]* \Z
    """
)

_RECURS = r"every | each"
# Words that stand before a day which has given its name to something, or comes back.
_BEFORE: Mapping[str, str] = {
    "en": rf"""
        \b (?: born | birth\w* | anniversar\w+ | annual\w* | commemorat\w+ )
            \b [^.;:!?\n]{{0,30}}
        | \b (?: {_RECURS} | (?: events | plot | revolution | incident | coup | spirit
            | uprising | massacre | men | heroes | square | street ) [ ] of ) [ ]+
            (?: the [ ]+ )?
        """,
    "fr": r"""
        \b (?: née?s? | naquit | naiss\w+ | anniversair\w+ ) \b [^.;:!?\n]{0,20}
        | \b (?: chaque | tous | toutes | rue | place | avenue | av\. | boulevard | bd
            | quai | pont | square | cité | stade | attentat | complot | journées?
            | coup | manifestations? | événements | affaire | incident | fête | bal
            | révolution | insurrection | putsch | émeutes? ) [ ]+
            (?: d[ue]s? [ ]+ | les? [ ]+ )?
        """,
    "de": r"""
        \b (?: geboren\w* | geb\. | jahrestag\w* | geburtstag\w* ) [^.;:!?\n]{0,20}
        | \b (?: jede[nrms]? | (?: \w* (?: stra[ßs]s?e | platz\w* | brücke ) | bewegung
            | attentat\w* | putsch\w* | aufst[aä]nd\w* | verschwör\w+ | ereignisse\w*
            | revolution | männern? | unruhen )
            (?: [ ]+ (?: des | vom | der | dem | am ) )? ) [ ]+
        """,
    "es": r"""
        \b (?: nacid[oa]s? | nació | aniversario | cumpleaños ) \b [^.;:!?\n]{0,20}
        | \b (?: cada | todos | todas | calle | avenida | plaza | barrio | puente
            | movimiento | golpe | revolución | asalto | sucesos | matanza | hechos
            | levantamiento | fiesta | batalla | ejército | brigada | estadio )
            (?: [ ]+ (?: de | del | de[ ]la | los | el ) )? [ ]+
        """,
    "pt": r"""
        \b (?: nascid[oa]s? | nasceu | aniversário ) \b [^.;:!?\n]{0,20}
        | \b (?: cada | todos | todas | rua | avenida | praça | largo | ponte | golpe
            | revolução | movimento | levante | revolta | festa | batalha )
            (?: [ ]+ (?: de | do | da | os | o ) )? [ ]+
        """,
    "it": r"""
        \b (?: nat[oaie] | nacque | anniversario | compleanno ) \b [^.;:!?\n]{0,20}
        | \b (?: ogni | via | viale | piazza | corso | largo | ponte | fatti | festa
            | colpo[ ]di[ ]stato | attentato | moti | congiura | movimento
            | rivoluzione )
            (?: [ ]+ (?: di | del | dell['\u2019] | il ) )? [ ]+
        """,
    "ru": r"""
        \b (?: родил\w* | рожд\w+ | годовщин\w+ | ежегодно ) [^.;:!?\n]{0,20}
        | \b (?: кажд\w+ | улиц\w+ | ул\. | площад\w+ | пл\. | имени | им\. | событи\w+
            | восстани\w+ | переворот\w* | революци\w+ | мятеж\w* | движени\w+
            | праздник\w* | заговор\w* ) [ ]+
        """,
    "pl": r"""
        \b (?: urodz\w+ | ur\. | rocznic\w+ | corocznie ) [^.;:!?\n]{0,20}
        | \b (?: każd\w+ | ulic\w+ | ul\. | plac\w* | pl\. | alej\w* | al\. | most\w*
            | powstani\w+ | zamach\w* | rewolucj\w+ | święt\w+ | wypadk\w+ | ruch\w*
            | konstytucj\w+ | spisk\w+ ) [ ]+
        """,
}
# And words that stand behind it.
_AFTER: Mapping[str, str] = {
    "en": r"""
        (?i: \s+ (?: movement | street | square | avenue | road | revolution | plot
            | incident | coup | putsch | uprising | rising | revolt | rebellion
            | massacre | riots? | demonstrations? | celebrations? | anniversary | events
            | holiday | parade | army | brigade | regiment | battalion | division
            | bridge | party | stadium | school | college | university | hospital
            | front | group | day | organi[sz]ation | constitution ) \b )
        """,
    "fr": r"\s+ (?: dernier | prochain ) \b",
    "es": r"\s+ (?: pasado | próximo ) \b",
    "pt": r"\s+ (?: passado | próximo ) \b",
    "it": r"\s+ (?: scorso | prossimo ) \b",
}
_EASTERN_BEFORE = Pattern(
    r"""
    (?: (?<! [今本當当] ) [年년] (?: 의 | 的 | の )?      # of a year that is not read
      | (?: [农農旧舊阴陰夏] [历曆暦] | 음력 ) 的?           # by the moon
      | [生诞誕] [于於] | 每年 | 毎年 | 매년 )
    [ ]? \Z
    """
)
_EASTERN_OPEN = (
    Pattern(r"(?: [约約] | 약 ) [ ]? \Z"),
    Pattern(r"[ ]? (?: 左右 | 前後 | 前后 | 頃 | ごろ | 경 | 쯤 )"),
)
_EASTERN_AFTER = Pattern(
    r"""
    [ ]? (?: [事政] [变変變件] | [运運] [动動] | 起[义義] | 革命 | 暴動 | [惨慘] 案
      | クーデター | 大?街 | 路 | [广廣広] [场場] | [节節] | [纪紀記] 念 | 出生 | 生まれ
      | 사건 | 전쟁 | 운동 | 혁명 | 항쟁 | 의거 | 정변 | 절 | 출생 )
    """
)

# "In July 5 divisions were moved": nobody says "in July 5" of a day.
_IN_A_MONTH = Pattern(r"\b in [ ] \Z")
_POINTS_AT_A_DAY = Pattern(r"\b (?: on | of | by | dated | until | till ) [ ] \Z")
_COUNTS = Pattern(
    r"""
    [ ] (?! (?: was | is | as | has | his | its | this | does | us | thus | plus
              | versus | perhaps | besides | unless | always | says ) \b )
    (?: [a-z]+s | people | men | women | children | per | percent | million | hundred
      | thousand | more | other | others ) \b
    """
)

_TABLES = (
    {tag: Pattern(rf"(?: {words} ) \Z") for tag, words in _BEFORE.items()},
    {tag: Pattern(words) for tag, words in _AFTER.items()},
)


def before(text: str, start: int) -> str:
    """Return the words before a day, in small letters."""
    return text[max(0, start - LONGEST_BEFORE) : start].lower()


def is_doubted(text: str, start: int) -> bool:
    """Return whether the words before a day leave it open, or count something by it.

    >>> is_doubted("about 5 July 1945", 6), is_doubted("Vol. 5 July 1945", 5)
    (True, True)
    """
    words = before(text, start)
    if _OPEN.search(words):
        return True
    return text[start].isdigit() and bool(_NUMBERED.search(words))


def is_a_name(text: str, start: int, end: int, tag: str) -> bool:
    """Return whether a day is in the name of something, or comes back every year.

    >>> text = "The 20 July plot"
    >>> is_a_name(text, 4, 11, "en"), is_a_name("On 20 July", 3, 10, "en")
    (True, False)
    """
    named_before, named_after = (table.get(tag) for table in _TABLES)
    return bool(
        (named_before and named_before.search(before(text, start)))
        or (named_after and named_after.match(text, end))
    )


def is_count(text: str, start: int, end: int) -> bool:
    """Return whether the number behind an English month may count what follows it.

    >>> text = "In July 5 divisions were moved"
    >>> is_count(text, 3, 9), is_count("on July 5 divisions were moved", 3, 9)
    (True, False)
    """
    words = before(text, start)
    if _IN_A_MONTH.search(words):
        return True
    return bool(_COUNTS.match(text, end)) and not _POINTS_AT_A_DAY.search(words)


def is_another_in_the_east(text: str, start: int, end: int) -> bool:
    """Return whether a day in an Eastern language is of another year, or a name.

    >>> is_another_in_the_east("七月七日事变", 0, 4)
    True
    """
    return bool(
        _EASTERN_BEFORE.search(before(text, start)) or _EASTERN_AFTER.match(text, end)
    )


def is_doubted_in_the_east(text: str, start: int, end: int) -> bool:
    """Return whether words around a day in Chinese, Japanese or Korean leave it open.

    >>> is_doubted_in_the_east("7月7日頃", 0, 4)
    True
    """
    words_before, words_after = _EASTERN_OPEN
    return bool(
        words_before.search(before(text, start)) or words_after.match(text, end)
    )


def is_of(text: str, start: int, end: int, meeting: date, tag: str) -> bool:
    """Return whether nothing nearby speaks of a year other than the meeting's.

    Other languages than English have to be silent about any year.

    >>> from datetime import date
    >>> is_of("In '44, on July 5, he left", 11, 17, date(1945, 7, 7), "en")
    False
    """
    nearby = text[max(0, start - _NEARBY) : end + _NEARBY]
    years = {year.group() for year in _YEAR_NEARBY.finditer(nearby)}
    if years - {str(meeting.year)}:
        return False
    short = {year["figures"] for year in _SHORT_YEAR.finditer(nearby)}
    if short - {f"{meeting.year % 100:02}"}:
        return False
    nearby = nearby.lower()
    if tag != "en":
        return not _YEAR_ABROAD.search(nearby)
    return "year" not in nearby or not _OTHER_YEAR.search(nearby)


def is_moved(text: str, start: int) -> bool:
    """Return whether something was put off, so that two days with "to" are no period.

    >>> is_moved("postponed from 5 to 7 May", 15)
    True
    """
    return bool(_MOVED.search(text, max(0, start - LONGEST_BEFORE), start))
