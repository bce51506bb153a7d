# Everything runs in .venv, which the first command makes. Python 3.11 or newer: make PYTHON=python3.12 test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help demo test check bench bench-speed docs lock clean

help:
	@echo "make demo         set up, read a sample report, fill a register, say how to open the workbench"
	@echo "make test         set up, run all tests and the accuracy floors"
	@echo "make check        ruff and mypy"
	@echo "make bench        score all gold that is present, write docs/accuracy.md, compare with the floors"
	@echo "make bench-speed  measure speed side by side, write docs/performance.md"
	@echo "make docs         write the parts of the documentation that are made from the code"
	@echo "make lock         resolve the dependencies anew into requirements.lock"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(STAMP): requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(STAMP)
	$(BIN)/python -m tools.demo

test: $(STAMP)
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff check src tests benchmarks training tools
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python -m benchmarks

bench-speed: $(STAMP)
	$(BIN)/python -m benchmarks.speed --write

docs: $(STAMP)
	$(BIN)/python -m tools.cli_reference

lock: $(BIN)/python
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --generate-hashes --no-header --universal --python-version 3.11 --no-emit-index-url --no-emit-find-links \
		--extra dev --extra exchange --extra postgres --extra frames --extra watch --extra fleet --extra workbench --output-file requirements.lock pyproject.toml >/dev/null

clean:
	rm -rf $(VENV) build dist demo
