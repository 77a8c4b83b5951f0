"""Whether words were spoken: what people say to one another, and what is told of them.

Whoever speaks says "I" and "you", asks, and breaks off. A list, a card or a summary in
the third person does none of it, whatever stands before its colons. The words are
pronouns of the first and second person, and what answers begin with, in the languages
whose records are read most; a word that is common in another of them is left out.
"""

from __future__ import annotations

import re

from encoder.text.pattern import Pattern

_SPOKEN = frozenset(
    """
    i i'm i've i'd i'll me my mine myself you your yours you're you've you'd you'll
    yourself we we're we've we'd we'll us our ours ourselves let's yes yeah oh sir
    ich wir mir mich uns unser unsere unserem unseren unserer mein meine meinem meinen
    meiner ihnen du dich dir euch euer ja nein
    je j'ai j'en j'y j'avais j'étais nous vous moi mon ma mes notre nos votre vos tu toi
    c'est oui
    yo nosotros usted ustedes mí conmigo nuestro nuestra nuestros nuestras vosotros tú
    eu nós você vocês meu minha nosso nossa
    io noi voi mio mia nostro nostra vostro vostra
    я мы вы ты мне меня мной вас вам вами нас нам нами тебя тебе мой моя моё мои моей
    наш наша наше наши нашей ваш ваша ваше ваши вашей да нет
    mnie nas wam mój moja nasz nasza wasz proszę tak nie
    ik wij jij jullie mijn onze
    jag jeg vi oss eder deg dere minun meidän teidän minä sinä
    já vám vás nás prosím ano áno
    ми ти мені нам вам нас вас наш так ні аз ние вие мен ви нашия
    én önök kérem igen nekem nekünk
    dumneavoastră vă mea nostru noastră dvs
    biz siz evet bizim sizin benim
    εγώ εσύ εμείς εσείς μου μας σας ναι όχι
    أنا نحن أنت أنتم نعم אני אתה אנחנו אתם
    """.split()
)
_WORD = re.compile(r"[\w'’]+")
# Languages that put no space between words, a polite address that only its capital
# tells apart, and a sentence that somebody else breaks off.
_UNPARTED = Pattern("[？！我你您咱]|です|ます|습니다|세요", re.NOFLAG)
_POLITE = Pattern(r"(?<=\w )Sie(?!\w)", re.NOFLAG)
_DASHES = ("—", "–", "-")
# An initial and a country are spelled as two pronouns are.
_NO_PRONOUN = Pattern(r"\bI\.(?= ?[A-Z])|\bUS\b", re.NOFLAG)
END_MARKS = frozenset('.?!…"”’»)]—–-。？！」')
"""What a sentence ends in, also one that somebody else breaks off."""
_FIRST = 100
ENOUGH = 400
"""How many characters of a turn are looked at: nobody speaks for long without them."""


def is_spoken(words: str) -> bool:
    """Return whether `words` are such as people say to one another.

    >>> is_spoken("We’ll meet at noon."), is_spoken("Will the bridge be closed?")
    (True, True)
    >>> is_spoken("Anne I. Hale, US Navy")
    False
    >>> is_spoken("Born in Westport in 1901; harbour master from 1935.")
    False
    """
    if "?" in words or "!" in words:
        return True
    if "US" in words or "I." in words:
        words = _NO_PRONOUN.sub("", words)
    # Most who speak say so in their first words; the last of these may be cut.
    first = words[:_FIRST].casefold().replace("’", "'").split()
    if not _SPOKEN.isdisjoint(first[:-1]):
        return True
    folded = words.casefold().replace("’", "'")
    if not _SPOKEN.isdisjoint(folded.split()):
        return True
    if not _SPOKEN.isdisjoint(_WORD.findall(folded)):
        return True
    if words.rstrip().endswith(_DASHES) or ("Sie" in words and _POLITE.search(words)):
        return True
    return not words.isascii() and bool(_UNPARTED.search(words))
