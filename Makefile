# The tasks of this knowledge base. `make serve` and `make test` are the two to know.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
export NO_MKDOCS_2_WARNING := 1
export PYTHONWARNDEFAULTENCODING := 1
KB := .venv/bin/kb
WORKERS ?= auto

.PHONY: help serve build part merge papers check test spell links lint bench fuzz supply lock clean

help: ## list the tasks
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

serve: .venv/.site ## read the site at http://127.0.0.1:8000 while you write; one language: make serve L=kk
	$(KB) serve $(if $(L),--lang $(L))

build: check ## make site/, ready for any static host, with its papers; nothing unchecked
	$(KB) build

part: check ## the papers of one language beside all pages, to be merged: make part L=kk makes parts/kk
	$(KB) build --no-papers --site parts/$(L)
	$(KB) papers --lang $(L) $(if $(filter uz,$(L)),--lang uz-cyrl) --site parts/$(L)

merge: .venv/.site ## put the languages in parts/ together as site/
	.venv/bin/python -m kb.site.merge site $(wildcard parts/*)

papers: .venv/.site ## make PDF, Word, slides, books and zips again for site/
	$(KB) papers

check: .venv/.site ## check pages and data, in seconds
	$(KB) check

test: .venv/.dev ## check, build, and run every test
	$(KB) check
	$(MAKE) --no-print-directory lint
	sh scripts/set-up-browser.sh
	sh scripts/set-up-readers.sh
	sh scripts/set-up-server.sh
	sh scripts/set-up-clock.sh
	$(KB) build
	.venv/bin/python -m pytest -n $(WORKERS) --dist loadgroup

spell: .venv/.site ## words that no dictionary knows: a report
	sh scripts/set-up-spelling.sh
	for language in ru uz kk ky; do $(KB) spell $$language; done

links: .venv/.site ## ask each outside link whether it still answers; needs the network
	$(KB) outside

lint: .venv/.dev ## style and types of the code
	.venv/bin/ruff check scripts tests
	.venv/bin/ruff format --check scripts tests
	.venv/bin/mypy

bench: .venv/.bench ## the measured table: build, page weight, search, beside the plain stack; needs quiet minutes; one theme: make bench ONLY=searches; at another size: make bench ONLY=builds N=1000, ONLY=growth N=5000
	sh scripts/set-up-browser.sh
	sh scripts/set-up-server.sh
	N=$(N) .venv/bin/python -m bench $(ONLY)

fuzz: .venv/.fuzz ## damage files in every way for ten minutes each; what breaks becomes a test
	KB_FUZZ_MINUTES=10 .venv/bin/python -m pytest tests/fuzz -n 3
	.venv/bin/python tests/fuzz/markdown_by_coverage.py -max_total_time=600

supply: .venv/.supply ## what the site is made with: terms, known holes, list of parts
	.venv/bin/python scripts/supply.py

lock: .venv/.dev ## make the lock files again from requirements*.in
	.venv/bin/python -m pip install --quiet uv
	for name in requirements requirements-dev requirements-bench requirements-fuzz requirements-supply; do \
	  .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" $$name.in -o $$name.txt; done

clean: ## remove all that was made
	rm -rf .venv site parts .cache

.venv/.site: requirements.txt pyproject.toml scripts/set-up.sh
	sh scripts/set-up.sh requirements.txt
	@touch $@

.venv/.bench: requirements-bench.txt .venv/.dev
	sh scripts/set-up.sh requirements-bench.txt
	@touch $@

.venv/.fuzz: requirements-fuzz.txt .venv/.dev
	sh scripts/set-up.sh requirements-fuzz.txt
	@touch $@

.venv/.supply: requirements-supply.txt .venv/.dev
	sh scripts/set-up.sh requirements-supply.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.site
	sh scripts/set-up.sh requirements-dev.txt
	@touch $@
