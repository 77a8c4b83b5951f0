"""The command line: it reads what was typed and decides nothing else."""

import gc
import sys

from encoder import __version__


def main() -> None:
    """Run the command `tei-encoder` and exit with its status."""
    # Scripts ask for the version often; the answer does not wait for imports.
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"tei-encoder {__version__}\n")
        return
    # What is imported stays until the end, and a record makes no cycles: looking for
    # garbage would take a tenth of the time, most of it on the way out.
    gc.set_threshold(100_000)
    try:
        from encoder.cli.group import run  # noqa: PLC0415 (it imports click)

        run()
    finally:
        gc.freeze()
