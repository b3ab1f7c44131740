# Set-up is one stamp file: it is older than pyproject.toml or the pins only when something changed.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
export HF_HUB_OFFLINE := 1

.PHONY: setup ask chat test check bench eval clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "newsdesk needs Python 3.11 or newer; name one with: make setup PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || { echo "creating .venv"; $(PYTHON) -m venv .venv; }
	@echo "installing (a few minutes the first time)"
	@$(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

ask: $(STAMP)
	@$(BIN)/newsdesk ask --samples-if-empty "$(q)"

chat: $(STAMP)
	@$(BIN)/newsdesk chat

test: $(STAMP)
	@$(BIN)/python -m pytest

check: $(STAMP)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest

bench: $(STAMP)
	@$(BIN)/python -m bench

eval: $(STAMP)
	@$(BIN)/python -m eval

clean:
	rm -rf .venv .newsdesk .mypy_cache .ruff_cache .pytest_cache *.egg-info
