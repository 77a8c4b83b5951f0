"""Names of languages as archives print them, and their BCP 47 tags."""

from __future__ import annotations

import re

from encoder.language.pack import every

TAGS = {
    "albanian": "sq", "arabic": "ar", "bulgarian": "bg", "chinese": "zh",
    "croatian": "hr", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en",
    "estonian": "et", "finnish": "fi", "french": "fr", "georgian": "ka",
    "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu",
    "indonesian": "id", "italian": "it", "japanese": "ja", "khmer": "km",
    "korean": "ko", "lao": "lo", "latvian": "lv", "lithuanian": "lt",
    "macedonian": "mk", "mongolian": "mn", "norwegian": "no", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru",
    "serbian": "sr", "serbo-croatian": "sh", "slovak": "sk", "slovenian": "sl",
    "spanish": "es", "swedish": "sv", "thai": "th", "turkish": "tr",
    "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi",
}  # fmt: skip
UNDETERMINED = "und"
"""BCP 47 §4.1: the tag of a language that is not known."""

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def tag(name: str) -> str:
    """Return the tag of a language by its English name or as it is, "und" for neither.

    >>> tag("Russian"), tag("zh-Hant"), tag("Volapük")
    ('ru', 'zh-Hant', 'und')
    """
    name = name.strip()
    if _TAG.fullmatch(name) and name.partition("-")[0] in TAGS.values():
        return name
    return TAGS.get(name.casefold(), UNDETERMINED)


def language_of(contents: str) -> str | None:
    """Return the tag of the one language that the contents of a page name.

    >>> language_of("Transcript - English"), language_of("Scan of Original")
    ('en', None)
    """
    named = [TAGS.get(word.casefold()) for word in _NAME.findall(contents)]
    found = dict.fromkeys(one for one in named if one)
    return next(iter(found)) if len(found) == 1 else None


def is_translation(contents: str) -> bool:
    """Return whether the contents of a page say that the text is a translation."""
    folded = contents.casefold()
    return any(word in folded for word in every("translation"))
