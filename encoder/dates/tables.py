"""The words that dates are made of, language by language: tables to extend.

Each line of a table gives words of one kind, in the order of their numbers where they
have one; `|` parts the spellings of one word, and `_` is a blank inside a phrase. Only
forms that stand on the pages of archives are here, and none that means another date in
another language of the table ("mar." is March to some and Tuesday to others).
"""

from __future__ import annotations

from datetime import date

KINDS = {
    "months": "M", "weekdays": "W", "seasons": "S",
    "article": "t", "of": "o", "of-or-from": "f", "year": "g", "years": "x",
    "from": "F", "to": "-", "between": "K", "and": "&",
    "night": "N", "early": "T", "mid": "T", "late": "T",
    "circa": "C", "before": "B", "after": "A",
    "probably": "P", "undated": "U", "old": "J", "new": "G",
}  # fmt: skip
"""What a line of a table gives, and the letter that the rules have for it."""

TABLES = {
    "en": """
months: January|Jan|Jan. February|Feb|Feb. March|Mar|Mar. April|Apr|Apr. May \
June|Jun|Jun. July|Jul|Jul. August|Aug|Aug. September|Sep|Sep.|Sept|Sept. \
October|Oct|Oct. November|Nov|Nov. December|Dec|Dec.
weekdays: Monday|Mon|Mon. Tuesday|Tue|Tue.|Tues|Tues. Wednesday|Wed|Wed. \
Thursday|Thu|Thu.|Thur|Thur.|Thurs|Thurs. Friday|Fri|Fri. Saturday|Sat|Sat. \
Sunday|Sun|Sun.
seasons: spring summer autumn|fall winter
article: the
of: of in
from: from
to: to through until till
between: between
and: and
night: night_of|the_night_of
early: early the_beginning_of beginning_of
mid: mid mid- the_middle_of middle_of
late: late the_end_of end_of
circa: circa c. ca. ca about around approximately
before: before prior_to by not_after not_later_than no_later_than
after: after not_before not_earlier_than no_earlier_than
probably: probably
undated: undated n.d. no_date
old: O.S. Old_Style
new: N.S. New_Style
""",
    "fr": """
months: janvier|janv. février|févr.|fév. mars avril|avr. mai juin juillet|juil. \
août|aout septembre|sept. octobre|oct. novembre|nov. décembre|déc.
weekdays: lundi mardi mercredi jeudi vendredi samedi dimanche
seasons: printemps été automne hiver
article: le l' les
of: de d'
from: du
to: au à
between: entre_le|entre
and: et_le|et
night: nuit_du|la_nuit_du|dans_la_nuit_du
early: début au_début_de
mid: mi- à_la_mi- milieu
late: fin à_la_fin_de
circa: vers environ circa ca.
before: avant avant_le
after: après après_le
probably: probablement
undated: sans_date s.d. non_daté
years: années
""",
    "de": """
months: Januar|Jänner|Jan. Februar|Feb.|Febr. März April|Apr. Mai Juni Juli \
August|Aug. September|Sept. Oktober|Okt. November|Nov. Dezember|Dez.
weekdays: Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend Sonntag
seasons: Frühjahr|Frühling Sommer Herbst Winter
article: den der die am dem
from: vom von
to: bis bis_zum auf_den zum auf
between: zwischen_dem|zwischen
and: und_dem|und
night: Nacht_vom|in_der_Nacht_vom
early: Anfang
mid: Mitte
late: Ende
circa: circa ca. um etwa
before: vor vor_dem
after: nach nach_dem
probably: wahrscheinlich vermutlich
undated: undatiert ohne_Datum
year: Jahre
""",
    "es": """
months: enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre \
noviembre diciembre
weekdays: lunes martes miércoles jueves viernes sábado domingo
article: el
of: de
of-or-from: del
from: desde_el|desde
to: al a hasta_el
between: entre_el|entre
and: y_el|y
night: noche_del|la_noche_del
early: principios_de a_principios_de comienzos_de
mid: mediados_de a_mediados_de
late: fines_de finales_de a_fines_de a_finales_de
circa: hacia circa ca.
before: antes_de antes_del
after: después_de después_del
probably: probablemente
undated: sin_fecha s.f.
years: años
""",
    "pt": """
months: janeiro fevereiro março abril maio junho julho agosto setembro outubro \
novembro dezembro
weekdays: segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo
article: o
of-or-from: de
from: desde
to: a
night: noite_de|a_noite_de
early: início_de princípios_de no_início_de
mid: meados_de em_meados_de
late: fins_de fim_de finais_de no_fim_de
circa: circa ca. cerca_de
before: antes_de
after: depois_de após
probably: provavelmente
undated: sem_data s.d.
years: anos
""",
    "it": """
months: gennaio|genn. febbraio|febbr. marzo aprile maggio giugno luglio agosto \
settembre|sett. ottobre|ott. novembre|nov. dicembre|dic.
weekdays: lunedì martedì mercoledì giovedì venerdì sabato domenica
seasons: primavera estate autunno inverno
article: il l'
of: di del dell'
from: dal dall'
to: al all'
between: tra_il|tra_l'|fra_il|fra_l'|tra|fra
and: e_il|e_l'|e
night: notte_del|la_notte_del|notte_tra_il|notte_fra_il|la_notte_tra_il|la_notte_fra_il
early: inizio all'inizio_di inizi_di
mid: metà metà_di a_metà
late: fine alla_fine_di fine_di
circa: circa ca. verso
before: prima_del prima_dell' prima_di
after: dopo dopo_il dopo_l'
probably: probabilmente
undated: senza_data s.d.
years: anni
""",
    "ru": """
months: января|январь|янв. февраля|февраль|февр. марта|март|мар. апреля|апрель|апр. \
мая|май июня|июнь июля|июль августа|август|авг. сентября|сентябрь|сент. \
октября|октябрь|окт. ноября|ноябрь|нояб. декабря|декабрь|дек.
weekdays: понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу \
воскресенье
seasons: весна|весной лето|летом осень|осенью зима|зимой
from: с от
to: по на
between: между
and: и
night: ночь_с|в_ночь_с
early: начало в_начале
mid: середина в_середине
late: конец в_конце
circa: около ок. примерно
before: до не_позднее не_позже ранее
after: после не_ранее не_раньше
probably: вероятно предположительно
undated: без_даты б/д
old: ст._ст. ст._стиля по_старому_стилю старого_стиля
new: н._ст. нов._ст. по_новому_стилю нового_стиля
year: г. г года год году гг. гг годы годов
""",
    "pl": """
months: stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja|maj \
czerwca|czerwiec lipca|lipiec sierpnia|sierpień września|wrzesień \
października|październik listopada|listopad grudnia|grudzień
weekdays: poniedziałek wtorek środa czwartek piątek sobota niedziela
seasons: wiosna|wiosną lato|latem jesień|jesienią zima|zimą
article: dnia dn. w_dniu
from: od
to: do na
between: między
and: a i
night: noc_z|w_nocy_z|nocą_z
early: początek na_początku
mid: połowa w_połowie
late: koniec pod_koniec
circa: około ok. circa
before: przed
after: po
probably: prawdopodobnie
undated: bez_daty b.d.
year: r. roku r
""",
}

FIRST_DAYS = {"ru": date(1918, 2, 14)}
"""Where a language came later to the Gregorian calendar than Britain did.

In Russia 31 January 1918 was followed by 14 February; of an earlier day its writer has
to say by which calendar it is given."""
SUFFIXES = {
    "en": r"(?: st | nd | rd | th | ST | ND | RD | TH ) (?! \w )",
    "fr": r"(?: er | ER | ᵉʳ ) (?! \w )",
    "de": r"\. (?! [0-9] )",
    "es": r"\.?[º°] | ro (?! \w )",
    "pt": r"\.?[º°]",
    "it": "[º°]",
    "ru": r"-?го (?! \w )",
    "pl": r"-?go (?! \w )",
}
ONLY_THE_FIRST = frozenset({"fr", "es", "pt", "it"})
"""Languages in which only the first of a month is an ordinal number."""
