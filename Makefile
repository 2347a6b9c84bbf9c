# `make demo` and `make test` set up what they need; nothing has to be installed before but Python 3.11, 3.12 or 3.13.
# Another interpreter: make PYTHON=/path/to/python3.12 test

FITS = import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c '$(FITS)' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
BIN = .venv/bin
READY = .venv/ready

.PHONY: demo test test-all coverage soak lint bench clean
.DELETE_ON_ERROR:

demo: $(READY) ## show what palermo does on the law of an invented state; the reports are written to demo/
	@$(BIN)/palermo demo

test: $(READY) ## the tests that take seconds
	$(BIN)/python -m pytest -m "not slow" -n auto --dist loadfile

test-all: $(READY) ## with the slow ones
	$(BIN)/python -m pytest

coverage: $(READY) ## the tests that take seconds, and which lines none of them runs
	$(BIN)/python -m pytest -m "not slow" -n auto --dist loadfile --cov=palermo --cov-report=term-missing:skip-covered

soak: $(READY) ## a library killed 50 times, and used by ten processes for two minutes; ten minutes in all
	PALERMO_SOAK=1 $(BIN)/python -m pytest -s tests/palermo/library/test_soak.py
	PALERMO_MUTATIONS=300 $(BIN)/python -m pytest tests/corpus/readers/test_mutated.py # 300 damaged files a reader

lint: $(READY) ## style, types, and who may import whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) ## how long the main steps take here
	$(BIN)/python -m benchmarks

clean: ## everything that was made here, the environment too
	rm -rf .venv build dist demo *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { \
		echo "palermo needs Python 3.11, 3.12 or 3.13 with its venv module; name one: make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c '$(FITS)' || { echo "$(PYTHON) is not Python 3.11, 3.12 or 3.13 with its venv module" >&2; exit 1; }
	@echo "Setting up .venv with $(PYTHON), once; this takes a minute." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
