# Everything that is done with this project, by name. It needs make and a Python
# of 3.11 or later; the rest is installed into .venv.

# The newest Python that is new enough and can make an environment with pip in it.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
	>/dev/null 2>&1 && { echo $$python; break; }; done)
BIN := .venv/bin
# The coverage that has been reached, in per cent, and is to be kept.
COVERED := 97

.DEFAULT_GOAL := convert
.DELETE_ON_ERROR:
.PHONY: convert test quick check readers bench accuracy schema rules clean

convert: .venv/installed  ## Convert sources/ into output/ and say what was done.
	@$(BIN)/tei-encoder convert sources -o output

test: check  ## Check everything, and run the tests.
	$(BIN)/python -m pytest -n auto --cov --cov-report=
	@printf "Branches and lines covered, per cent: "
	@$(BIN)/coverage report --format=total --fail-under=$(COVERED)

quick: .venv/installed-dev  ## Run the tests of the rooms that changed, and the guards.
	$(BIN)/python tests/quick.py $(SINCE)

check: .venv/installed-dev  ## Style, form and types.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

readers: .venv/installed-dev  ## Install the readers that packages are held against.
	$(BIN)/python -m pip install --quiet --group readers
	$(BIN)/python -m pip install --quiet --no-deps invenio-rdm-records invenio-records-resources
	@! command -v npm >/dev/null || npm install --silent --no-save --prefix .venv vnu-jar \
	  || echo "vnu-jar could not be installed: its tests are skipped"

bench: .venv/installed-dev  ## Measure; the numbers are ratios within one run.
	$(BIN)/python tests/bench.py

accuracy: .venv/installed-dev  ## Measure how right the turns and headers are.
	$(BIN)/python tests/accuracy.py

schema: .venv/installed-dev  ## Make the schemas from their ODD.
	$(BIN)/python -m encoder.odd schemas/record.odd

rules: .venv/installed-dev  ## Make the page of rules from the code.
	$(BIN)/python -m encoder.reports.rules_page > docs/rules.md

clean:  ## Delete what can be made again, except output/.
	rm -rf .venv .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist
	find encoder tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/made:
	@test -n "$(PYTHON)" || { echo >&2 "There is no Python of 3.11 or later that can\
	 make an environment. On Debian: apt-get install python3-venv; otherwise name one:\
	 make PYTHON=/path/to/python"; exit 2; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@touch $@

.venv/installed: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@$(BIN)/python -m compileall -q encoder
	@touch $@

.venv/installed-dev: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@$(BIN)/python -m compileall -q encoder
	@touch $@ .venv/installed
