"""`python -m encoder.odd schemas/record.odd -o schemas`: compile and write."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from encoder.odd.compiled import compile_odd


def main(arguments: list[str] | None = None) -> None:
    """Write the schemas that are compiled from an ODD into a folder."""
    parser = ArgumentParser(prog="python -m encoder.odd", description=main.__doc__)
    parser.add_argument("odd", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("schemas"))
    asked = parser.parse_args(arguments)
    for name, content in compile_odd(asked.odd).files.items():
        (asked.output / name).write_bytes(content)


if __name__ == "__main__":
    main()
