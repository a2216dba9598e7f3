# The commands of the project. `make` prints them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE ?= _site

.DEFAULT_GOAL := help
.PHONY: help site test test-all exchange lint fuzz drift validate bench bench-site bench-impact bench-engine oracle messages clean

help:  ## print this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/charter: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing Charter into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(BIN)/charter
	@echo "installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

site: $(BIN)/charter  ## check docs/ and build the help site from it
	@$(BIN)/charter check docs
	@$(BIN)/charter build docs --out $(SITE)
	@echo
	@echo "The site is in $(SITE)/. To look at it, open $(CURDIR)/$(SITE)/index.html, or run"
	@echo "  $(BIN)/python -m http.server --directory $(SITE) 8000"
	@echo "and open http://127.0.0.1:8000/"

test: $(VENV)/.dev lint  ## lint, type-check and test
	@$(BIN)/python -m pytest -n auto --dist loadfile

fuzz: $(VENV)/.dev  ## look for new cases that break a law
	@CHARTER_TESTS=fuzz $(BIN)/python -m pytest -n auto -m hypothesis tests

test-all: test fuzz drift oracle exchange validate  ## everything that `make test` holds and all that takes longer

validate: $(VENV)/.dev  ## give the built sites of docs/ and the real help pages to the Nu Html Checker (needs Java)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[validate]'
	@CHARTER_TESTS=validate $(BIN)/python -m pytest tests/validation

bench: $(VENV)/.dev  ## measure `charter check`; TREE=DIR names other pages than the usual ones
	@$(BIN)/python -m tests.benchmarks.check_speed $(TREE)

bench-impact: $(VENV)/.dev  ## measure `charter impact` on generated holders; HOLDERS=N for another number
	@$(BIN)/python -m tests.benchmarks.impact_speed $(HOLDERS)

bench-engine: $(VENV)/.dev  ## measure decisions beside Cedar and Casbin on the same rules
	@$(BIN)/python -m tests.benchmarks.engine_speed

oracle: $(VENV)/.dev  ## hold the engine against its plain definition on 100,000 worlds, and against Cedar
	@CHARTER_TESTS=oracle $(BIN)/python -m pytest -n auto tests/oracle

bench-site: $(VENV)/.dev  ## measure `charter build` beside Hugo; PEERS=hugo,eleventy,material,sphinx for others; TREE=DIR for other pages
	@$(BIN)/python -m tests.benchmarks.site_speed $(TREE) $(if $(PEERS),--peers $(PEERS))

drift: $(VENV)/.dev  ## inject every mutation into docs/ and the real help pages, and count what is found
	@CHARTER_TESTS=drift $(BIN)/python -m pytest tests/drift

exchange: $(VENV)/.dev  ## send every text of the real help pages to PO and back
	@CHARTER_TESTS=exchange $(BIN)/python -m pytest tests/real/test_exchange.py

lint: $(VENV)/.dev  ## only lint and type-check
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

messages: $(VENV)/.dev  ## bring the catalogues in locales/ up to date with the source strings
	@$(BIN)/pybabel --quiet extract --mapping locales/babel.cfg --no-location --omit-header --keyword N_ --output locales/charter.pot engine site_builder
	@for folder in locales/*/; do \
	  test -f $$folder/terms.toml || continue; \
	  po=$$folder/LC_MESSAGES/charter.po; tag=$$(sed -n 's/^tag = "\(.*\)"/\1/p' $$folder/locale.toml); \
	  test -f $$po || $(BIN)/pybabel --quiet init --input-file locales/charter.pot --output-file $$po --locale $$tag --width 120; \
	  $(BIN)/pybabel --quiet update --input-file locales/charter.pot --output-file $$po --locale $$tag --width 120 \
	    --no-fuzzy-matching --ignore-pot-creation-date --ignore-obsolete; \
	done

clean:  ## remove the environment, the built site and caches
	rm -rf $(VENV) $(SITE) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
