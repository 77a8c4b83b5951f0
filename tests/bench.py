"""How long things take, as ratios within one run: `make bench`.

A machine is never the same twice, so nothing here is a time. The unit U of a
conversion is what lxml needs to parse and write the record's own TEI; the unit of
a command is `python -c pass`. Everything is measured in turn, round after round,
and U at several places of a round, so that a slow moment slows all alike.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from itertools import islice, product
from pathlib import Path
from shutil import which
from statistics import mean, median, quantiles
from string import ascii_lowercase
from tempfile import TemporaryDirectory, mkdtemp
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from lxml import etree

from encoder.configuration import Configuration, Encoder, Licence, Options
from encoder.model.authority import Authority, Entity, EntityKind
from encoder.model.source import Span
from encoder.names.gazetteer import known
from encoder.names.gazetteer_search import find
from encoder.pipeline import convert
from encoder.validation.selection import select
from encoder.validation.validate import Given, Request, validate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PROJECT = Path(__file__).parents[1]
SAMPLE = PROJECT / "sources" / "soong-stalin-1945-07-07.txt"
SCRIPT = Path(sys.executable).with_name("tei-encoder")
COMMAND = (str(SCRIPT),) if SCRIPT.exists() else (sys.executable, "-m", "encoder")
ROUNDS, REPEATS, PROCESS_ROUNDS = 40, 10, 15
WORKERS_ROUNDS = 3
UNIT, BARE = "U: parse and write the output", "lxml: parse and validate"
EMPTY, ONE = "python -c pass", ", one worker"
MEGABYTE, HOSTILE_ROUNDS = 1_000_000, 3
ORDINARY = "a megabyte of the sample's talk"
IN_MILLISECONDS = {UNIT, BARE, EMPTY, ORDINARY}
HOSTILE = {
    "hostile: form feeds": "\f",
    "hostile: turns of two letters": "A: b\n",
    "hostile: a date in each paragraph": "7 July 1945\n\n",
    "hostile: slashes": "//\n",
    "hostile: a page for each letter": "x\f",
}
"""What no file is to be made of so as to take ten times as long as an ordinary one."""


def conversions() -> Mapping[str, Callable[[], object]]:
    """Return what is measured in this process."""
    content = SAMPLE.read_bytes()
    proved, validated = Options(schema=False), Options()
    tei = convert(content, SAMPLE.name, Configuration(), validated).tei
    if tei is None:
        message = f"{SAMPLE} was refused"
        raise SystemExit(message)
    return {
        UNIT: lambda: etree.tostring(etree.fromstring(tei), encoding="UTF-8"),
        "convert, every proof": lambda: convert(
            content, SAMPLE.name, Configuration(), proved
        ),
        "convert, every proof and the schema": lambda: convert(
            content, SAMPLE.name, Configuration(), validated
        ),
        "fifty thousand names looked for in the sample": looked_for(content.decode()),
    }


def looked_for(text: str) -> Callable[[], object]:
    """Return the search for many names in a text that has a few of them."""
    forms = product(ascii_lowercase, "aeiou", "lmnrst", "aeiou", ascii_lowercase)
    words = ["".join(form).title() for form in islice(forms, 0, None, 4)][:25_000]
    people = [
        Entity(f"p{number}", EntityKind.PERSON, f"Ada {word}", (word,))
        for number, word in enumerate(words)
    ]
    places = ("Outer Mongolia", "China", "Yalta", "Tibet", "Japan", "Finland")
    there = [Entity(f"q{n}", EntityKind.PLACE, name) for n, name in enumerate(places)]
    names = known(Authority.of([*people, *there]))
    return lambda: [*find(text, Span(0, len(text)), names)]


def validations() -> Mapping[str, Callable[[], object]]:
    """Return what is measured of checking one file, in this process."""
    # With a publisher it is sound, as most files are that are checked.
    edition = Configuration(publisher="Harbour History Project")
    tei = convert(SAMPLE.read_bytes(), SAMPLE.name, edition, Options()).tei or b""
    xsd = etree.XMLSchema(file=PROJECT / "schemas" / "record.xsd")
    request, given = Request(select()), [Given("sample.xml", tei)]
    return {
        BARE: lambda: xsd.validate(etree.fromstring(tei)),
        "validate, every layer": lambda: validate(given, request),
    }


def processes() -> Mapping[str, tuple[str, ...]]:
    """Return the commands that are measured as whole processes."""
    return {
        EMPTY: (sys.executable, "-c", "pass"),
        "tei-encoder --version": (*COMMAND, "--version"),
        "tei-encoder --help": (*COMMAND, "--help"),
        "tei-encoder convert, one file": (
            *(*COMMAND, "convert", str(SAMPLE)),
            *("-o", "-", "--no-decisions"),
        ),
        "tei-encoder export --to all": exported(Path(mkdtemp())),
        "validate by xmlschema, without a cache": by_xmlschema("off"),
        "validate by xmlschema, with a cache": by_xmlschema(mkdtemp()),
    }


def by_xmlschema(cache: str) -> tuple[str, ...]:
    """Return the validation of one sound file by xmlschema, and where its cache is."""
    file = PROJECT / "tests" / "faults" / "sound.xml"
    command = (*COMMAND, "validate", str(file), "--only", "schema")
    switched = (which("env") or "env", f"TEI_ENCODER_CACHE={cache}")
    return (*switched, *command, "--engine", "xmlschema")


def exported(folder: Path) -> tuple[str, ...]:
    """Return the export of the sample, with all that any target asks for, to all."""
    edition = Configuration(
        publisher="Harbour History Project",
        licence=Licence("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        encoder=Encoder("Ada Reed"),
        encoding_date=date(2026, 11, 24),
    )
    tei = convert(SAMPLE.read_bytes(), SAMPLE.name, edition, Options()).tei or b""
    doi = b'<idno type="DOI">10.5072/sample</idno><availability>'
    file = folder / "sample.xml"
    file.write_bytes(tei.replace(b"<availability>", doi, 1))
    # What Dataverse asks for stands in no header.
    beside = 'contact = "desk@harbour.example"\ndiscipline = "Arts and Humanities"\n'
    (folder / "tei-encoder.toml").write_text(beside, "utf-8")
    return (*COMMAND, "export", str(file), "--to", "all", "-o", str(folder / "out"))


def time_of(work: Callable[[], object]) -> float:
    """Return the CPU time of one call, from several."""
    start = process_time()
    for _ in range(REPEATS):
        work()
    return (process_time() - start) / REPEATS


def time_of_process(arguments: tuple[str, ...]) -> float:
    """Return the CPU time, user and system, of one whole process."""
    nothing = os.open(os.devnull, os.O_RDWR)
    silent = [(os.POSIX_SPAWN_DUP2, nothing, stream) for stream in (0, 1, 2)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    # As installed, where modules are compiled once and not at every start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    child = os.posix_spawn(arguments[0], arguments, environment, file_actions=silent)
    _, status, usage = os.wait4(child, 0)
    os.close(nothing)
    if status:
        message = f"{' '.join(arguments)} ended with status {status}"
        raise SystemExit(message)
    return usage.ru_utime + usage.ru_stime


def ratios_of(
    measured: Mapping[str, Callable[[], object]],
) -> Mapping[str, list[float]]:
    """Return the ratios to the first, round by round; it stands in milliseconds."""
    unit, *others = measured
    ratios: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(ROUNDS):
        times, units = {}, [time_of(measured[unit])]
        for name in others:
            times[name] = time_of(measured[name])
            units.append(time_of(measured[unit]))
        ratios[unit].append(1000 * mean(units))
        for name in others:
            ratios[name].append(times[name] / mean(units))
    return ratios


def ratios_of_processes() -> Mapping[str, list[float]]:
    """Return the ratios to the empty process, which itself stands in milliseconds."""
    unit, *others = (measured := processes())
    times: dict[str, list[float]] = {name: [] for name in measured}
    for arguments in measured.values():
        time_of_process(arguments)
    for _ in range(PROCESS_ROUNDS):
        for name, arguments in measured.items():
            times[name].append(time_of_process(arguments))
    middle = median(times[unit])
    ratios = {name: [time / middle for time in times[name]] for name in others}
    return {unit: [1000 * time for time in times[unit]], **ratios}


def ratios_of_hostile() -> Mapping[str, list[float]]:
    """Return the ratios of texts that nobody would write to one as long of the sample.

    The ordinary one stands in milliseconds.
    """
    above, dateline, talk = SAMPLE.read_text("utf-8").partition("7 July 1945, 11:00")
    ordinary = above + (dateline + talk) * (MEGABYTE // len(talk))
    texts = {name: f"Hale.\n\n{unit * MEGABYTE}" for name, unit in HOSTILE.items()}
    ratios: dict[str, list[float]] = {name: [] for name in (ORDINARY, *texts)}
    for _ in range(HOSTILE_ROUNDS):
        unit = time_of_text(ordinary)
        ratios[ORDINARY].append(1000 * unit)
        for name, text in texts.items():
            ratios[name].append(time_of_text(text) / unit)
    return ratios


def time_of_text(text: str) -> float:
    """Return the CPU time of converting the first megabyte of a text."""
    content = text[:MEGABYTE].encode()
    start = process_time()
    outcome = convert(content, "text.txt")
    if outcome.tei is None:
        message = f"{text[:20]!r} was refused"
        raise SystemExit(message)
    return process_time() - start


def ratios_of_workers() -> Mapping[str, list[float]]:
    """Return what two workers need of the time that one needs, as time passes."""
    words = SAMPLE.read_bytes()
    tei = convert(words, SAMPLE.name).tei or b""
    with TemporaryDirectory() as texts, TemporaryDirectory() as files:
        for number in range(400):
            Path(texts, f"{number}.txt").write_bytes(words + b" " * number)
        for number in range(2000):
            Path(files, f"{number}.xml").write_bytes(tei + b"\n" * number)
        return {
            **shared(
                "convert, 400 records",
                lambda many: (*COMMAND, "convert", texts, "-o", f"{texts}/{many}"),
            ),
            **shared("validate, 2,000 files", lambda _: (*COMMAND, "validate", files)),
        }


def shared(
    name: str, command: Callable[[int], tuple[str, ...]]
) -> Mapping[str, list[float]]:
    """Return the times of a command with one worker, and the ratios with two."""
    times: list[float] = []
    ratios: list[float] = []
    for _ in range(WORKERS_ROUNDS):
        one, two = (passed((*command(many), "--workers", str(many))) for many in (1, 2))
        times.append(1000 * one)
        ratios.append(two / one)
    return {f"{name}{ONE}": times, f"{name}, two workers": ratios}


def passed(arguments: tuple[str, ...]) -> float:
    """Return the time that passes until a process has ended."""
    start = perf_counter()
    time_of_process(arguments)
    return perf_counter() - start


def show(ratios: Mapping[str, Sequence[float]]) -> None:
    """Print a table: the median, and between what half of all rounds lie."""
    for name, values in ratios.items():
        low, middle, high = quantiles(values, n=4)
        unit = "ms" if name in IN_MILLISECONDS or name.endswith(ONE) else "times"
        print(f"{name:<38}{middle:8.2f} {unit:<5} ({low:.2f} to {high:.2f})")  # noqa: T201
    print()  # noqa: T201


if __name__ == "__main__":
    show(ratios_of(conversions()))
    show(ratios_of(validations()))
    show(ratios_of_hostile())
    show(ratios_of_processes())
    show(ratios_of_workers())
