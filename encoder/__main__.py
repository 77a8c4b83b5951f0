"""`python -m encoder`: the same as the command `tei-encoder`."""

from encoder.cli import main

if __name__ == "__main__":
    main()
