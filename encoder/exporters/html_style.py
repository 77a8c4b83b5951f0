"""The style of a page: readable, in light and dark, on paper, on a small screen."""

from __future__ import annotations

from typing import Final

# Contrast is 7:1 or more for words in both schemes (WCAG 2.2, 1.4.6).
STYLE: Final = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --quiet: #4a4a4a;
  --line: #c4c4c4; --link: #0b3d91; --mark: #f1f1ee }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #141414;
  --quiet: #bdbdbd; --line: #555; --link: #a9c7ff; --mark: #262626 } }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.6 Georgia, "Noto Serif", serif }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1, h2, h3, th { font-family: system-ui, "Noto Sans", sans-serif; line-height: 1.3 }
h1 { font-size: 1.7rem; overflow-wrap: anywhere }
h2 { font-size: 1.2rem; margin-top: 2.5rem }
h3 { font-size: 1.05rem }
a { color: var(--link) }
a:focus-visible, :target { outline: 2px solid var(--link); outline-offset: 3px }
table { border-collapse: collapse; width: 100%; font-size: .94rem }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
th { width: 11rem; font-weight: 600; overflow-wrap: normal }
.speech { margin: 1.2rem 0 }
.speaker { font-weight: 700; margin: 0 }
.speech p { margin: .2rem 0 .6rem }
.number { font: .8rem system-ui, sans-serif; color: var(--quiet); text-decoration: none;
  float: inline-end }
.supplied, .unclear { background: var(--mark) }
.unclear, .choice { text-decoration: underline dotted }
.stage, .opener, .closer { font-style: italic }
.note { font-size: .94rem; border-inline-start: 3px solid var(--line);
  padding-inline-start: .8rem }
.page { font: .8rem system-ui, sans-serif; color: var(--quiet) }
@media (max-width: 30rem) { th, td { display: block; width: auto; border: 0 }
  td { border-bottom: 1px solid var(--line) } }
@media print { main { max-width: none; padding: 0 } a { color: inherit }
  .speech { break-inside: avoid } .number { color: inherit } }
"""
