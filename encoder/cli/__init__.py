"""The command line: it reads what was typed and decides nothing else."""

import sys

from encoder import __version__


def main() -> None:
    """Run the command `tei-encoder` and exit with its status."""
    # Scripts ask for the version often; the answer does not wait for imports.
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"tei-encoder {__version__}\n")
        return
    from encoder.cli.group import run  # noqa: PLC0415 (it imports click)

    run()
