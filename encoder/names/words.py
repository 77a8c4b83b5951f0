"""Words of language that stand in labels beside a name, or instead of one.

None is a word of a record. A word that is missing costs an abstention; a word too many
could cost a wrong person.
"""

from __future__ import annotations

FEMININE = frozenset(
    """
    dame doña dra frau fräulein genossin lady mademoiselle madam madame miss mlle mme
    mrs ms pani señora señorita signora signorina sra
    г-жа госпожа м-ль м-сс мадам мадемуазель мисс миссис синьора фрау
    """.split()
)
HONORIFICS = FEMININE | frozenset(
    """
    adm admiral amb ambassador attaché attorney brig capt captain chairman chancellor
    col colonel commander comrade congressman congresswoman counselor counsellor
    deputy director dr father gen general governor gov herr hon judge justice king lord
    lt m maj major marshal minister monsieur mr president premier prime prince princess
    prof professor queen rabbi rep representative rev sec secretary sen senator señor
    sgt sheikh signor sir sr under vice the of for
    abg abgeordnete abgeordneter bundeskanzler bundesminister bundesministerin cde
    congressmen cllr dame dipl dip don doña dott dottor dra drs fr genossin genosse graf
    ing kanzler lic licenciado m mag minister-president ministerin ministerpräsident
    ministre monsignore onorevole pater pfarrer praesident presidenta presidente
    président présidente präsident präsidentin reverend secretario senador sénateur
    sig señorita sra staatssekretär staatssekretärin tov vorsitzende vorsitzender
    vice-president pm pres vp secy atty amb
    alderman archbishop commissioner commodore consul corporal councillor councilman
    councilwoman envoy inspector librarian lieutenant mayor registrar superintendent
    treasurer
    г-н герр господин граф доктор князь м-р министр мистер месье мсье
    председатель президент синьор сэр товарищ тов
    """.split()
)
# Of them, what says nothing without the next word, and what many people are called.
_SMALL = frozenset("of the for under vice m".split())
_ALSO_NAMES = frozenset(
    """
    dame dip don dean father fr graf judge king lord mag major marshal pater prince
    princess queen rabbi
    """.split()
)
OFFICES = HONORIFICS - _SMALL - _ALSO_NAMES
# Voices that are no one person, or that a role alone names.
NOBODY = frozenset(
    """
    a all another answer anyone applicant attendant audience both break chair chorus
    citizen clerk coach counsel court crowd def delegate delegates everybody
    examiner female first fourth guard host int interpreter interviewee interviewer
    investigator journalist laughter male man many member members messenger mod
    moderator narr narrator officer official officials operator others panelist
    participant participants person petitioner prosecutor q question reporter
    respondent second several singers soldier some someone speaker third translator
    unidentified unknown various voice voiceover voices witness woman
    alle alles beide einige mehrere chor stimme stimmen publikum zwischenruf
    zwischenrufe voix tous toutes chœur public peuple plusieurs
    antwort domanda frage odpowiedź pergunta pregunta preguntas pytanie resposta
    respuesta respuestas risposta réponse questions answers 질문 답변 質問
    voces voz todos voce vozes voci tutti
    голос голоса все хор зал вопрос ответ głos głosy
    問 答 问 問題 问题 回答 記者 记者 主持人 眾人 众人 全體 全体
    """.split()
)
# Of them, what several people are called who speak at once.
CROWDS = frozenset(
    """
    all audience both chorus crowd delegates everybody members officials participants
    several soldiers various voices
    alle beide chor einige mehrere stimmen zwischenrufe chœur peuple plusieurs tous
    toutes voces vozes todos voci tutti голоса все хор głosy 眾人 众人 全體 全体
    """.split()
)
# What says that it is no one in particular: "Un docteur", "Another delegate".
INDEFINITE = frozenset(
    """
    a an another ein eine einer l'un l'une one um uma un una une uno
    другая другой одна один
    """.split()
)
# What else is no part of a person's name: what people belong to, or speak of.
THINGS = frozenset(
    """
    defense delegation department embassy government ministry staff state states subject
    subjects treasury ussr usa
    """.split()
)
# What a list of those present has beside persons.
BODIES = THINGS | frozenset(
    """
    agency army board bureau commission committee congress council house kingdom
    leadership league mission nations navy office party press republic room senate
    service side times union united university
    """.split()
)
# What stands before an office and tells nobody apart.
QUALIFIERS = frozenset("acting assistant foreign former h.e special".split())
# What stands before a name at the start of a sentence and is no part of it.
OPENERS = frozenset(
    """
    After Also Although And As At Because Before Both But By Did Does Either Even For
    From Had Has He How However I If In Is It Let Maybe Moreover Neither No Nor Not Now
    Of On Once Only Or Perhaps Since So That The Then There They Therefore This Though
    Thus To Today Tomorrow Was We What When Whether While Who Why Will With Would Yes
    Yesterday You
    """.split()
)
# What stands in small letters inside a name.
PARTICLES = frozenset(
    """
    al and bin d da de del della der des di dinh do du e el la le of the van von y zu
    """.split()
)
