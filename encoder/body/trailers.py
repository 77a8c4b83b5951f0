"""The last line of a record: that it ends, or at what hour the meeting did.

END 1:41 P.M.

The meeting rose at 4.10 p.m.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from encoder.model.blocks import Paragraph
from encoder.text.pattern import Pattern

if TYPE_CHECKING:
    from encoder.model.blocks import Inner
    from encoder.model.source import Source

_TRAILER = Pattern(
    r"""
    [\[(]? (?: (?: the[ ] )? end (?: [ ] of [ ] [\w ]{3,30} )? | ende | fin | конец
      | ende [ ] der [ ] [\w ]{3,30} )
    (?: [ \t\u00a0]{1,60} [\d:]{3,5} [ ] [\w. ]{2,10} )? [.]? [\])]?
    # Whoever closes a meeting says that it is closed; a record, that it was.
  | [\[(]? (?: whereupon,? [ ] [^\n()]{0,60} )?
      (?: the [ ] )? (?: call | committee | conference | conversation | council | court
        | hearing | house | interview | meeting | senate | session | sitting
        | subcommittee | talks? )
      [ ] (?: was [ ] | then [ ] )?
      (?: adjourned | broke[ ]up | closed | concluded | ended | recessed | rose )
      (?: [ ,] [^\n()]{1,80} )? [.] [\])]?
  | \(? (?: schluss | schluß ) (?: [ ] der [ ] [\w ]{3,30} )? : [ ] [^\n()]{4,30} \)?
  | (?: la [ ] séance | l['’]audience ) [ ] est [ ] (?: levée | suspendue )
    [ ] à [ ] [^\n]{4,60}
  | la [ ] seduta [ ] (?: termina | è [ ] (?: tolta | sospesa ) )
    [ ] alle [ ] [^\n]{2,40}
  | die [ ] (?: sitzung | verhandlung ) [ ] (?: wird | ist ) [ ] um [ ] [^\n]{2,30} [ ]
    (?: unterbrochen | geschlossen | vertagt | aufgehoben ) [.]
  | суд [ ] удаляется [ ] (?: на [ ] совещание | для [ ] [^\n]{4,60} ) [.]?
  | заседание [ ] (?: закрывается | закрыто ) [ ] в [ ] [^\n]{2,40}
  | se [ ] levant[aó] [ ] la [ ] sesión [ ] a [ ] las? [ ] [^\n]{4,60}
  | \d{1,2} : \d{2} [ ] [ap][.]?m[.]? (?: [ ] [A-Z]{2,4} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def trails(source: Source, block: Inner) -> bool:
    """Return whether a paragraph says that the record ends, or at what hour."""
    words = source.words(block.span) if isinstance(block, Paragraph) else ""
    return _TRAILER.fullmatch(words) is not None
