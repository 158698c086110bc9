# Every target makes what it needs in .venv. Paths stay relative, so that the checkout may stand in a folder with spaces.
ifeq ($(OS),Windows_NT)
PY := .venv/Scripts/python
else
PY := .venv/bin/python
endif
HOST := 127.0.0.1
PORT := 8000
ARGS :=
PIP := $(PY) -m pip install -qq --disable-pip-version-check --no-input

# Material's banner on its end of life would stand above every list of problems; ProperDocs builds the same site.
export NO_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.PHONY: help serve build offline check count test new fmt accept bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

# Some versions of click turn live reload off unless it is asked for.
serve: .venv/site.stamp ## preview on http://127.0.0.1:8000, reloading on every change (PORT=8001, HOST=0.0.0.0)
	$(PY) -m mkdocs serve --livereload --dev-addr $(HOST):$(PORT) $(ARGS)

build: .venv/site.stamp ## build site/ strictly; a failed build leaves the last good one whole
	$(PY) hooks/publish.py $(ARGS)

offline: .venv/site.stamp ## pack the site into an archive that works without a network, opened by a double-click
	$(PY) hooks/offline.py $(ARGS)

check: .venv/dev.stamp ## check entries, code, types, spelling and figures; reports everything before it fails
	@status=0; \
	for tool in '-m termbase check' '-m ruff check .' '-m ruff format --check .' '-m mypy' '-m codespell_lib' \
		'docs/assets/figures/draw.py --check'; do \
		echo "$(PY) $$tool"; $(PY) $$tool || status=1; \
	done; exit $$status

count: .venv/site.stamp ## count words, formulas, checked numbers and study items, an entry a line
	@$(PY) -m termbase count $(ARGS)

test: .venv/dev.stamp ## run every test (ARGS="-k quiz" for some); finds or installs a Chromium first
	$(PY) tests/browser_setup.py
	$(PY) tests/myst_setup.py
	$(PY) -m pytest -n auto $(ARGS)

new: .venv/site.stamp ## start an entry: make new NAME="Wasserstein loss"
# Only a name typed here counts: WSL exports NAME, the name of the machine.
ifneq ($(origin NAME),command line)
	@echo 'Say which term: make new NAME="Wasserstein loss"' >&2; exit 2
else
	@$(PY) -m termbase new "$$NAME"
endif

fmt: .venv/dev.stamp ## stamp missing item ids, bring sections and code into order
	$(PY) -m termbase fmt
	$(PY) -m ruff format .

accept: .venv/site.stamp ## write new addresses into the ledger: from then on links to them never break
	@$(PY) -m termbase accept $(ARGS)

bench: .venv/dev.stamp ## measure the review, the search beside Material's, and builds beside plain MkDocs
	$(PY) tests/browser_setup.py
	$(PY) tests/bench_study.py
	$(PY) tests/bench_search.py
	$(PY) tests/bench.py $(ARGS)

clean: ## remove all that these targets made, .venv and site/ included
	rm -rf .venv site site.new* site.old* site.lock *-offline.zip* build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A venv holds absolute paths and a link to its Python: moved, cut short or orphaned by an upgrade, it is made anew.
ifneq ($(shell $(PY) -c 'import pip' 2>/dev/null && [ "$$(cat .venv/made-for 2>/dev/null)" = "$$(pwd -P)" ] && echo whole),whole)
.PHONY: .venv/made-for
endif

.venv/made-for:
	@if [ -n "$$PYTHON" ]; then set -- "$$PYTHON"; \
	else set -- python3 python3.14 python3.13 python3.12 python3.11 python; fi; \
	for python in "$$@"; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
		"$$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || { bare=$$python; continue; }; \
		echo "Making .venv with $$("$$python" --version)"; \
		"$$python" -m venv --clear .venv && pwd -P >$@; exit; \
	done; \
	if [ -n "$$bare" ]; then \
		echo "$$bare cannot make virtual environments: install its venv module (Debian, Ubuntu: apt install python3-venv)." >&2; \
	else \
		echo "Python 3.11 or newer is needed and none of these is: $$*. Install one, or name it: make PYTHON=/path/to/python3" >&2; \
	fi; exit 1

# The stamp is touched last: an interrupted install is taken up again.
.venv/site.stamp: .venv/made-for requirements.txt pyproject.toml
	@echo "Installing requirements.txt into .venv"
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: .venv/site.stamp requirements-dev.txt
	@echo "Installing requirements-dev.txt into .venv"
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@
