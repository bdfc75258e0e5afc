# `make demo` shows what a11ycheck does, `make test` proves it. Each sets up all it needs the first time.

.PHONY: demo test unit lowest lock build lint docs pictures setup clean format
.DEFAULT_GOAL := demo

PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
# Node comes from PyPI; its programs look for `node` on the path.
NODE_PATH := PATH="$(CURDIR)/$(BIN):$$PATH"
LOWEST := .venv/lowest
LOWEST_TESTS := 'pytest>=8' 'pytest-xdist>=3.8' 'pytest-timeout>=2.3' 'jsonschema>=4.21' 'beautifulsoup4>=4.12'
# Resolves the lowest releases and writes the lock; pip does neither.
UV := $(BIN)/python -m pip install --quiet --disable-pip-version-check uv && $(BIN)/uv
APT := DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0
IS_DEBIAN_ROOT := command -v apt-get >/dev/null && test "$$(id -u)" = 0
BROWSER_STARTS := $(BIN)/python -c 'import sys; from a11ycheck.browser.chromium import ask_version, find; sys.exit(not ask_version(find()))' >/dev/null 2>&1

demo: .venv/.browser
	@mkdir -p demo
	@$(BIN)/python fixtures/zip_package.py fixtures/packages/scorm12-garden-safety demo/garden-safety.zip
	@$(BIN)/a11ycheck check demo/garden-safety.zip --output demo/report --format html --format json --format junit \
		|| test $$? -eq 1  # 1: it found something, as it should

unit: setup
	@$(BIN)/python -m pytest -n 2 -m "not browser and not slow"

# The oldest releases that pyproject.toml allows, in an environment of their own: tests without a browser, and a check.
lowest: setup
	@$(UV) venv --quiet --clear --python $(BIN)/python $(LOWEST)
	@$(UV) pip install --quiet --python $(LOWEST) --resolution lowest-direct --editable '.[cluster]' $(LOWEST_TESTS)
	@$(LOWEST)/$(notdir $(BIN))/python -m pytest -n 2 -m "not browser and not slow"
	@$(LOWEST)/$(notdir $(BIN))/python -m a11ycheck check fixtures/packages/scorm12-garden-safety --profile quick \
		--output demo/lowest >/dev/null || test $$? -eq 1  # 1: it found something, as it should

# The newest releases, with their hashes. `make setup LOCKED=1` installs these and nothing else.
lock: setup
	@$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --extra dev \
		--python-version 3.11 --custom-compile-command "make lock" --output-file requirements-ci.txt pyproject.toml

# The time of the last commit stands in both files, so that whoever builds this commit again gets the same bytes.
build: setup
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m build --no-isolation --outdir dist .
	@cd dist && sha256sum -- *.whl *.tar.gz | tee SHA256SUMS

test: lint
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder  # a third waits while two work

# Each linter runs, whatever the others found: one run shows everything that is to be mended.
lint: setup
	@export $(NODE_PATH); failed=; \
	run() { what=$$1; shift; "$$@" || failed="$$failed- $$what\n"; }; \
	quietly() { said=$$("$$@" 2>&1) || { printf '%s\n' "$$said"; return 1; }; }; \
	run "ruff check: style and common faults in Python" ruff check --quiet .; \
	run "ruff format: run 'make format'" ruff format --check --quiet .; \
	run "mypy: types in Python" mypy --no-error-summary; \
	run "lint-imports: order of the rooms" quietly lint-imports --no-logo; \
	run "biome lint: style and common faults in JavaScript" quietly npm run --silent lint; \
	run "biome format: run 'make format'" quietly npm run --silent format:check; \
	run "tsc: types in JavaScript" npm run --silent types; \
	test -z "$$failed" || { printf "These failed:\n$$failed" >&2; exit 1; }

# Formats Python and JavaScript, and mends what a linter can mend safely.
format: setup
	@$(BIN)/ruff format --quiet . && $(BIN)/ruff check --quiet --fix .
	@$(NODE_PATH) $(BIN)/npm run --silent format

docs: setup
	@$(BIN)/python docs/make_fact_types.py
	@$(BIN)/python docs/make_rules.py
	@$(BIN)/python docs/make_commands.py

# Apart from `make docs`, because pictures depend on the fonts and the browser of the computer.
pictures: setup
	@$(BIN)/python docs/make_pictures.py

setup: .venv/.browser .venv/.javascript

clean:
	rm -rf .venv node_modules demo dist

.venv/.made:
	@test -n "$(PYTHON)" || { echo "a11ycheck needs Python 3.11 or newer. Install it, or say where it is: make PYTHON=/path/to/python3"; exit 1; }
	@echo "Making a virtual environment in .venv"
	@$(PYTHON) -m venv --clear .venv >/dev/null 2>&1 \
		|| { $(IS_DEBIAN_ROOT) && $(APT) update && $(APT) install -y python3-venv >/dev/null && $(PYTHON) -m venv --clear .venv >/dev/null; } \
		|| { echo "Python cannot make a virtual environment. On Debian and Ubuntu, run: sudo apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/.installed: .venv/.made pyproject.toml
	@echo "Installing a11ycheck and what it needs"
	@$(if $(LOCKED),$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--requirement requirements-ci.txt)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(if $(LOCKED),--no-deps --no-build-isolation) \
		--editable '.[dev]'
	@touch $@

# What checks the JavaScript: a formatter, a linter and TypeScript. Nothing of it is shipped.
.venv/.javascript: .venv/.installed package-lock.json
	@echo "Installing what checks the JavaScript"
	@$(NODE_PATH) $(BIN)/npm ci --silent
	@touch $@

# Playwright's own browser needs a download, and system libraries that a bare Debian lacks; as root, apt has both.
.venv/.browser: .venv/.installed
	@$(BROWSER_STARTS) || { \
		echo "Getting a browser"; \
		$(BIN)/python -m playwright install --only-shell chromium >/dev/null 2>&1 && { \
			$(BROWSER_STARTS) \
			|| { $(IS_DEBIAN_ROOT) && $(BIN)/python -m playwright install-deps chromium >/dev/null 2>&1 && $(BROWSER_STARTS); }; }; \
	} || { \
		$(IS_DEBIAN_ROOT) && $(APT) update \
		&& { $(APT) install -y chromium chromium-headless-shell >/dev/null 2>&1 || $(APT) install -y chromium >/dev/null; } \
		&& $(BROWSER_STARTS); \
	} || { \
		echo "No browser could be installed. Install Chrome, Chromium or Edge yourself, or run:"; \
		echo "  $(BIN)/python -m playwright install --with-deps chromium"; \
		exit 1; \
	}
	@touch $@
