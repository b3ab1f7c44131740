# newsdesk: `make ask q="..."` sets everything up the first time, then answers.
#
# Set-up ends in a stamp file, one for what answers and one for what tests. Each is made only after all of its install
# went well, and is older than pyproject.toml or the pins only when they changed, so nothing is installed twice and
# nothing by halves; the first answer does not wait for the tools of the tests.

# The first of these that is 3.11 or newer; or name one: make setup PYTHON=/path/to/python3.12
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TOOLS := $(VENV)/.installed-for-tests

# The question as typed: neither make nor the shell may read its quotes and dollar signs.
unexport q
export NEWSDESK_QUESTION := $(value q)
# Nothing is fetched at run time, unless you say so: HF_HUB_OFFLINE=0 NEWSDESK_MODEL=... make chat
export HF_HUB_OFFLINE ?= 1

.PHONY: help setup ask chat test check coverage bench eval docs fuzz faults sbom audit wheel hashes clean
.DEFAULT_GOAL := help

help:
	@echo 'make ask q="..."   answer a question (from the bundled articles, until you ingest your own)'
	@echo 'make chat          open the chat page'
	@echo 'make test          run the tests'
	@echo 'make check         ruff, strict mypy and the tests'
	@echo 'make coverage      the tests, with a floor under the share of lines they run'
	@echo 'make bench         measure speed against a plain pipeline'
	@echo 'make eval          measure answers against a plain pipeline'
	@echo 'make fuzz          feed every parser mutated text: make fuzz INPUTS=1000000 SEED=1'
	@echo 'make faults        kill processes at random moments, and let each write fail: make faults KILLS=1000 SEED=1'
	@echo 'make sbom          write the bill of packages and models (CycloneDX); make audit: ask for known holes in them'
	@echo 'make wheel         build the wheel, install it into an empty environment and ask it; make hashes: pin by hash'
	@echo 'make setup         only install; make docs: write what is written by the program; make clean: undo'

setup: $(TOOLS)

$(STAMP): pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'newsdesk needs Python 3.11 or newer; name one: make setup PYTHON=/path/to/python3'; exit 1; }
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo '$(PYTHON) is no Python 3.11 or newer; name one: make setup PYTHON=/path/to/python3'; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { echo 'creating $(VENV)'; '$(PYTHON)' -m venv --clear $(VENV); } || \
	  { echo 'the virtual environment could not be made; on Debian and Ubuntu: apt install python3-venv'; rm -rf $(VENV); exit 1; }
	@echo 'installing what newsdesk needs: a few minutes the first time'
	@$(call install,.)
	@touch $@

$(TOOLS): $(STAMP)
	@echo 'installing what the tests need'
	@$(call install,.[dev])
	@touch $@

install = $(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt --editable '$(1)' || \
  { echo 'the install did not finish; what was fetched is kept: run make again'; exit 1; }

ask: $(STAMP)
	@test -n "$$NEWSDESK_QUESTION" || { echo 'ask like this: make ask q="How many companies moved to Tianjin?"'; exit 2; }
	@$(BIN)/newsdesk ask --samples-if-empty -- "$$NEWSDESK_QUESTION"

chat: $(STAMP)
	@$(BIN)/newsdesk chat --samples-if-empty

# Files of tests are dealt out to so many processes; one file's tests stay together and share what they set up.
WORKERS ?= 2
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

test: $(TOOLS)
	@$(PYTEST)

check: $(TOOLS)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(PYTEST)

# Tests of time say nothing under the tracer, and are left out.
coverage: $(TOOLS)
	@$(BIN)/python -m pytest --cov --cov-report=term:skip-covered --cov-fail-under=90 -k 'not linear and not seconds'

bench: $(TOOLS)
	@$(BIN)/python -m bench

eval: $(STAMP)
	@$(BIN)/python -m eval

docs: $(TOOLS)
	@$(BIN)/python -m ui.cli.docs
	@$(BIN)/python docs/licenses.py
	@$(BIN)/python -m docs.exchange

INPUTS ?= 1000000
KILLS ?= 1000
SEED ?= 1
fuzz: $(TOOLS)
	@$(BIN)/python -m tests.fuzz --inputs '$(INPUTS)' --seed '$(SEED)'

faults: $(TOOLS)
	@$(BIN)/python -m tests.faults --kills '$(KILLS)' --seed '$(SEED)'
	@$(BIN)/python -m tests.faults.writes

sbom: $(TOOLS)
	@$(BIN)/python -m docs.supply.sbom
	@echo 'build/newsdesk.cdx.json'

# In an environment of its own: what looks for holes is no part of what is looked at. It asks a database in the network;
# strict, because it calls a package clean that it could not ask about.
audit: build/audit
	@build/audit/bin/pip-audit --strict --disable-pip --no-deps --requirement constraints.txt

build/audit:
	@'$(PYTHON)' -m venv $@ && $@/bin/python -m pip install --disable-pip-version-check --quiet pip-audit || { rm -rf $@; exit 1; }

# All of it from nothing, in some minutes; the tests do the same without the packages it needs.
wheel: $(TOOLS)
	@$(BIN)/python -m docs.supply.wheel build/wheel
	@rm -rf build/empty && '$(PYTHON)' -m venv build/empty
	@build/empty/bin/python -m pip install --disable-pip-version-check --quiet --constraint constraints.txt build/wheel/*.whl
	@cd build/empty && bin/newsdesk ask --samples-if-empty 'How many companies has Hebei attracted?'

hashes: $(STAMP)
	@mkdir -p build
	@$(BIN)/python -m pip install --disable-pip-version-check --dry-run --ignore-installed --quiet --report build/report.json \
	  --constraint constraints.txt .
	@$(BIN)/python -m docs.supply.hashes < build/report.json
	@echo 'build/requirements-hashed.txt'

clean:
	rm -rf $(VENV) .newsdesk .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
