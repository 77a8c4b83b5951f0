"""How good the encoder is: `make accuracy`.

It measures the project's own records always, and a corpus of real ones where there is
one (`accuracy_records` says where it is looked for). With no option, everything:

    --own      dates, dialogues in many styles, and lists that only look like one
    --lists    only the lists
    --corpus   real records, against what is in them
    --short    the corpus's dialogues, cut after their first turns
    --unseen   the corpus, a family's own words replaced by words nobody has seen
    --styles   the own dialogues, each set in every style there is
    --reached  only the numbers, as the floors of `test_accuracy` have them
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from itertools import groupby
from math import floor
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from accuracy_dates import dates, grammar, missed
from accuracy_measure import FACTS, measure, together, with_false_turns
from accuracy_people import labels
from accuracy_reached import GROUPS, OWN, reached
from accuracy_records import CORPUS, corpus, dialogues, has_corpus, not_dialogues
from accuracy_restyled import restyled, styles
from accuracy_short import AFTER, cut_lists, shortened
from accuracy_unseen import families, unseen
from odd_validators import TEI_4_3, TEI_CURRENT, jing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from accuracy_dates import Dates
    from accuracy_measure import Marks, Measured

LOW = 0.97
MOST = 25
PARTS = ("own", "lists", "styles", "corpus", "short", "unseen", "reached")


def main(arguments: Sequence[str]) -> None:
    """Print what is asked for; with nothing asked for, everything."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    for part in PARTS:
        parser.add_argument(f"--{part}", action="store_true")
    asked = {part for part, yes in vars(parser.parse_args(arguments)).items() if yes}
    if "reached" in asked:
        numbers()
        return
    asked = asked or {*PARTS[:-1]}
    if "own" in asked:
        own_dates()
        own_dialogues()
    if asked & {"own", "lists"}:
        own_lists()
    if "styles" in asked:
        unseen_styles()
    if asked & {"corpus", "short", "unseen"} and not has_corpus():
        say(f"There is no corpus in {CORPUS}; TEI_ENCODER_CORPUS can name another.")
        return
    whole = measure(corpus()) if asked & {"corpus", "unseen"} else []
    if "corpus" in asked:
        real_records(whole)
    if "short" in asked:
        short_records()
    if "unseen" in asked:
        unseen_words(whole)


def numbers() -> None:
    """Print what is reached, cut to three places, as the table of floors."""
    for group in GROUPS:
        if group in OWN or has_corpus():
            for name, number in reached(group).items():
                say(f'    "{name}": {floor(number * 1000) / 1000},')


def own_dialogues() -> None:
    """Print how many of the project's own dialogues are whole, and which are not."""
    many = measure(dialogues())
    failed = [each for each in many if not each.is_whole]
    say(f"Own dialogues, every label and word right: {share(len(failed), len(many))}")
    for each in failed:
        wrong = f"{len(each.found)} turns found of {len(each.case.turns)}"
        say(f"    {each.case.id:<38}{each.refused or wrong}")
    say()


def own_dates() -> None:
    """Print what the date grammar does with its own table of dates and hours."""
    say(f"Own dates and hours: {counted(grammar())}; {missed()} refused in vain\n")


def counted(found: Dates) -> str:
    """Return how many dates were read, refused and wrong, and which were."""
    wrong = f"{len(found.wrong)} wrong {' '.join(found.wrong)}".rstrip()
    return f"{found.read} read, {found.refused} refused, {wrong}"


def own_lists() -> None:
    """Print how many of the project's own lists are without a turn."""
    many = measure(not_dialogues())
    failed = [each for each in many if each.found or each.refused]
    say(f"Own lists that are no dialogue, no turn: {share(len(failed), len(many))}")
    for each in failed:
        labels = list(dict.fromkeys(turn.speaker for turn in each.found))
        wrong = f"{len(each.found)} turns: {'; '.join(labels)[:90]}"
        say(f"    {each.case.id:<38}{each.refused or wrong}")
    say()


def unseen_styles() -> None:
    """Print how many of the project's own dialogues are whole in each style."""
    say("Unseen styles: own dialogues set in each of them, every label and word right")
    for style in styles():
        many = measure(restyled(style))
        failed = [each for each in many if not each.is_whole]
        some = ", ".join(each.case.id for each in failed[:4])
        say(f"    {style:<24}{share(len(failed), len(many)):<20}  not {some or 'one'}")
    say()


def real_records(whole: Sequence[Measured]) -> None:
    """Print the marks of the corpus, by set and over all, and what is low."""
    say("Real records         turns        label_f1     turn_f1     narrative", end="")
    say("                                 not  not")
    say("set         records  gold found  micro macro  micro macro  with turns", end="")
    say(f"   {' '.join(f'{fact:>6}'[:6] for fact in FACTS)}  here valid  seconds")
    by_set = sorted(whole, key=lambda each: each.case.set)
    for name, group in groupby(by_set, key=lambda each: each.case.set):
        say(row(name, together([*group])))
    say(row("all", together(whole)))
    diplomatic = [each for each in whole if each.case.set == "B_frus"]
    say(f"Dates of headers: {counted(dates(whole))}")
    say(f"Dates of headers, FRUS alone: {counted(dates(diplomatic))}")
    whose = labels(whole)
    say(
        f"Labels: {whose.resolved} resolved, {whose.left_open} left open,"
        f" {len(whose.wrong)} wrong {' '.join(whose.wrong)}".rstrip()
    )
    say(f"Against tei_all, not valid: {not_in_tei(whole)}\n")
    low = [each for each in whole if each.case.turns and each.marks["turn_f1"] < LOW]
    say(f"Dialogues under {LOW}: {len(low)}")
    for each in sorted(low, key=lambda each: float(each.marks["turn_f1"])):
        marks = each.marks
        say(
            f"    {each.case.id:<46}label {marks['label_f1']:.3f}"
            f"  turn {marks['turn_f1']:.3f}  gold {marks['gold']:4}"
            f"  found {marks['pred']:4}  {each.refused}"
        )
    say_false("Narrative records with a turn", whole)
    wrong = [(each, fact) for each in whole for fact in FACTS if is_wrong(each, fact)]
    say(f"Statements of a page that are not in the header: {len(wrong)}")
    for each, fact in wrong[:MOST]:
        stated = str(each.case.metadata[fact])[:70]
        say(f"    {each.case.id:<46}{fact:<9} {stated}")
    say("    …\n" if len(wrong) > MOST else "")


def short_records() -> None:
    """Print in how many of the cut dialogues all turns are found and right."""
    say("Short records: dialogues cut after their first turns, and all of them right")
    lengths = []
    for after in AFTER:
        cases = shortened(after)
        lengths += [len(case.text) for case in cases]
        many = measure(cases)
        silent = sum(not each.found for each in many)
        failed = [each for each in many if not each.is_right]
        right = 1 - len(failed) / len(many)
        say(
            f"    {after} turns  {len(many):4} cut  {right:7.1%}  none: {silent}",
            end="",
        )
        some = ", ".join(each.case.id for each in failed if each.found)
        say(f"  others: {some[:200] or 'none'}")
    say_false(
        "Narrative records cut as short, with a turn", measure(cut_lists(lengths))
    )
    say()


def unseen_words(whole: Sequence[Measured]) -> None:
    """Print which families of records the code knows by their own words."""
    say("Unseen words: turn_f1 of a family, as it is and with its own words replaced")
    before = {each.case.id: each for each in whole}
    after = {each.case.id: each for each in measure(unseen())}
    for family, ids in families().items():
        old = together([before[each] for each in ids])
        new = together([after[each] for each in ids])
        fell = "  FALLS" if new.turn_micro < old.turn_micro else ""
        false = f"  with turns {old.false_records} {new.false_records}"
        score = f"{old.turn_micro:.3f} {new.turn_micro:.3f}" if old.turns else false
        say(f"    {family:<16}{len(ids):4} records  {score}{fell}")
    say()


def not_in_tei(many: Iterable[Measured]) -> str:
    """Return how many records jing finds fault with, by the schema of all of TEI."""
    # It lies beside the project, or beside the corpus.
    places = (TEI_CURRENT, CORPUS.parent / "tei" / TEI_CURRENT.name, TEI_4_3)
    schema = next((place for place in places if place.is_file()), None)
    if not schema or not which("java"):
        return "not measured, the schema or Java is not here"
    with TemporaryDirectory(prefix="tei-encoder-") as folder:
        files = []
        for each in many:
            if each.tei:
                files.append(Path(folder, f"{each.case.id}.xml"))
                files[-1].write_bytes(each.tei)
        said = jing(schema, files)
    names = {Path(line.split(".xml:", 1)[0]).name for line in said if ".xml:" in line}
    return f"{len(names)} of {len(files)} {' '.join(sorted(names))}".rstrip()


def row(name: str, marks: Marks) -> str:
    """Return one line of the table."""
    facts = " ".join(
        "     -" if each is None else f"{each:6.3f}" for each in marks.facts
    )
    return (
        f"{name:<12}{marks.records:7}{marks.turns:6}{marks.found:6}"
        f"  {marks.label_micro:.3f} {marks.label_macro:.3f}"
        f"  {marks.turn_micro:.3f} {marks.turn_macro:.3f}{marks.false_records:12}"
        f"   {facts}{marks.refused:6}{marks.invalid:6}{marks.seconds:9.1f}"
    )


def is_wrong(each: Measured, fact: str) -> bool:
    """Return whether the page states something that the header does not say."""
    return each.marks.get(f"meta_{fact}") == 0.0


def say_false(title: str, many: Sequence[Measured]) -> None:
    """Print which records have turns that nobody spoke."""
    false = with_false_turns(many)
    of = sum(not each.case.turns for each in many)
    say(f"{title}: {len(false)} of {of}")
    for each in false:
        labels = list(dict.fromkeys(turn.speaker for turn in each.found))
        say(f"    {each.case.id:<46}{len(each.found):4}  {'; '.join(labels)[:80]}")


def share(failed: int, of: int) -> str:
    """Return how many did not fail."""
    return f"{of - failed} of {of} ({(of - failed) / of:.1%})"


def say(words: str = "", end: str = "\n") -> None:
    """Print, and at once: the next number can take a minute."""
    print(words, end=end, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
