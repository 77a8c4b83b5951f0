"""What a reporter writes of a voice or a room, in brackets, and nobody says."""

from __future__ import annotations

import re

from encoder.text.pattern import Pattern

NOT_SAID = Pattern(
    r"""
    (?: (?: general | loud | some | more | long | prolonged | the ) [ ] )?
    (?: laugh(?:s|ing|ter)? | applause | pause[sd]? | silence | cheers? | cheering
      | cross-?talk | interrupt(?:s|ing|ion) | smil(?:es|ing)
      | nods | nodding | chuckl(?:es|ing) | sigh(?:s|ing)? | coughs?
      | off[ ]the[ ]record | whisper(?:s|ing|ed) | shout(?:s|ing) | gestur(?:es|ing)
      | shakes[ ]h(?:is|er)[ ]head | through[ ](?:an?[ ]|the[ ])?interpreter
      | (?: laughter | applause | cheers | cheering | cries | interruption )
          [ ] (?: and | in | from | on | at | by ) [ ] [\w '’,;-]{2,80}
      | (?: exit | exits | exeunt | enters?
          # "Reading Room" is a name, whatever its first word.
          | (?! (?-i: [A-Z] ) \w+ [ ] (?-i: [A-Z] ) )
            (?: rises | sits | sits[ ]down | stands[ ]up | leaves | aside | reads
              | reading | pointing | points | hands | looks | turns )
        ) (?: [ ][\w '’-]{2,30} )? )
    \.?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The same in the reports of other parliaments, where a call from the benches stands
# with the name of who called: "(Abg. Reed: Hört, hört!)".
ROOM = Pattern(
    r"""
    [(（] (?P<room>
        (?: (?: Allgemeiner? | Lebhafter? | Starker | Anhaltender? | Große
          | Neuerliche[rs]? | [Ww]eiterer? | Demonstrativer ) [ ] ){0,2}
        (?: Beifall | Heiterkeit | Gelächter | Applaus | Unruhe | Widerspruch
          | Zwischenrufe? | Gegenrufe? | Zurufe? | Rufe? (?=[ ]?: | [ ] (?: bei | von
              | des | der | aus | auf | im | in | rechts | links ) \b ) )
        \b (?: [^()\n] | \( [^()\n]{0,60} \) ){0,240}
      | (?: Abg\. | Abgeordneter? | Bundes\w{4,12} | Staatssekretär(?:in)?
          | Präsident(?:in)? | MM?\. | Mme | Mlle ) [ ] [^():\n]{2,60} [ ]? :
        (?: [^()\n] | \( [^()\n]{0,60} \) ){1,400}
      | (?: (?: Vifs | Nouveaux | Longs ) [ ] )?
        (?: Applaudissements | Rires | Sourires | Exclamations | Murmures
          | Protestations | Mouvements[ ]divers ) \b [^()\n]{0,240}
      | (?: (?: Бурные | Продолжительные ) ,? [ ] (?: продолжительные[ ] )? )?
        (?: [Аа]плодисменты | Смех | Шум | Оживление ) (?: [ ] в[ ]зале )?
        [ ,.\w]{0,60}
      | (?: Aplausos | Risas | Rumores | Risos | Applausi | Si[ ]ride | Oklaski
          | Śmiech | Śmiechy | Wesołość ) \b [^()\n]{0,240}
      | 笑 | 笑声 | 笑聲 | 笑い | 拍手 | 鼓掌 | 掌声 | 掌聲 | 웃음 | 박수
    ) [)）]
    """,
    re.VERBOSE,
)


def is_not_said(words: str) -> bool:
    """Return whether a bracket holds what a voice or a room does: "[Laughter]"."""
    return NOT_SAID.fullmatch(words[1:-1]) is not None
