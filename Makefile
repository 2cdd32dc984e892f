# Two commands: `make run` opens the site, `make test` tests it. The others are for those who build it.

PORT ?= 8000
PYTHON := .venv/bin/python
CODE := manage.py deploy theatre_site news repertoire festivals
PIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-input --retries 2

.PHONY: run test backup restore check audit format messages

run: .venv/ready
	@exec $(PYTHON) manage.py run --port "$(PORT)" --with-parent

test: .venv/ready-dev
	@$(PYTHON) -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# DIR= another folder than var/backups, KEEP= so many archives there.
backup: .venv/ready
	@exec $(PYTHON) manage.py backup $(if $(DIR),--to "$(DIR)") $(if $(KEEP),--keep "$(KEEP)")

# FILE= the archive; it asks before it replaces anything. YES=1 does not ask.
restore: .venv/ready
	@test -n "$(FILE)" || { echo "Say which archive: make restore FILE=var/backups/theatre-….zip"; exit 1; }
	@exec $(PYTHON) manage.py restore "$(FILE)" $(if $(filter 1,$(YES)),--yes)

check: .venv/ready-dev
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m djlint --lint --quiet templates
	$(PYTHON) -m bandit --quiet --severity-level medium --configfile pyproject.toml --recursive $(CODE)
	$(PYTHON) -m tests.audit.packages
	$(PYTHON) manage.py makemigrations --check --dry-run
	$(PYTHON) -m pytest --quiet tests/theatre_site/test_catalogues.py

# Every kind of page with axe-core, then the Nu HTML checker and Lighthouse: see tests/audit/README.md.
audit: .venv/ready-dev
	@EVERY_PAGE=1 REQUIRE_BROWSER=1 $(PYTHON) -m pytest tests/browser/test_axe.py
	@$(PYTHON) -m tests.audit

format: .venv/ready-dev
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format

messages: .venv/ready
	$(PYTHON) manage.py makemessages --locale ru --locale uk --ignore .venv --ignore var --ignore tests --add-location file
	$(PYTHON) manage.py compilemessages --ignore .venv --ignore var

.venv/ready: requirements.txt | .venv/bin/python
	@echo "· Installing packages: up to a minute, only this once"
	@$(PIP) -r requirements.txt || { echo "The packages could not be installed; pip says why above."; exit 1; }
	@touch $@

.venv/ready-dev: requirements-dev.txt requirements.txt | .venv/bin/python
	@echo "· Installing packages for the tests: up to a minute, only this once"
	@$(PIP) -r requirements-dev.txt || { echo "The packages could not be installed; pip says why above."; exit 1; }
	@touch .venv/ready $@

# The newest Python that is new enough and can make a virtual environment.
.venv/bin/python:
	@test -w . || { echo "This folder cannot be written to, and the site keeps all that it makes in it."; exit 1; }
	@for python in python3.13 python3.12 python3.11 python3; do \
		if $$python -c "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))" 2>/dev/null; then \
			echo "· Making a Python environment with $$python"; \
			exec $$python -m venv --clear .venv; \
		fi; \
	done; \
	echo "Python 3.11 or newer with venv is needed (on Debian or Ubuntu: apt install python3-venv)."; exit 1
