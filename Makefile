# Two commands do everything on a fresh machine: `make demo` and `make test`. They need Python 3.11+ with venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_HOME := .quoth/demo
READY := $(VENV)/.ready
TEST_READY := $(VENV)/.test-ready
PYTHON_FILES := src tests bench training docs

.PHONY: demo test check bench serve clean help

help:  ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "quoth needs Python 3.11 or newer; set PYTHON=python3.11 (or newer)."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "This Python cannot make virtual environments. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "Installing quoth into $(VENV), once: this takes a minute or so."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $(READY)

$(TEST_READY): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench,documents,oidc,pdf,postgres,dense,dense-export]'
	@touch $(TEST_READY)

demo: $(READY)  ## Answer the flagship question from the starter library
	@QUOTH_HOME=$(DEMO_HOME) $(BIN)/quoth ask "What are the interventions for patellofemoral (kneecap) pain?"
	@echo
	@echo "The same page in a browser:  QUOTH_HOME=$(DEMO_HOME) $(BIN)/quoth serve   then open http://127.0.0.1:8484/"

serve: $(READY)  ## Serve the demo library on http://127.0.0.1:8484/
	QUOTH_HOME=$(DEMO_HOME) $(BIN)/quoth serve

check: $(TEST_READY)  ## Lint, types, floors
	$(BIN)/ruff check $(PYTHON_FILES)
	$(BIN)/ruff format --check $(PYTHON_FILES)
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check  ## Lint, types, floors, and every test that this machine can run
	$(BIN)/python -m pytest -n 2 --dist worksteal -rs

bench: $(TEST_READY)  ## Run every benchmark and write bench/RESULTS.md
	$(BIN)/quoth bench run --all

clean:  ## Take the environment and the demo library away
	rm -rf $(VENV) .quoth
