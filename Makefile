# What you can do here. `make help` lists it.
BIN := .venv/bin

.PHONY: help install demo test check fix fuzz bench docs pictures lock
.DEFAULT_GOAL := help

help:       ## this list
	@sed -n 's/^\([a-z]*\): [^#]*## /  make \1\t/p' Makefile | expand -t 18

install: .venv/.run ## put the program in .venv (the other targets do it when it is not there)

demo: .venv/.run ## build the demonstration partnership and serve it on 127.0.0.1:8000
	$(BIN)/goldenthread demo $(ARGS)

# The tests use SQLite in memory, or the server that TEST_DATABASE_URL names, where they make a database of their own.
test: .venv/.develop ## run the tests; ARGS="-k intervals" runs some
	$(if $(TEST_DATABASE_URL),DATABASE_URL=$(TEST_DATABASE_URL)) $(BIN)/pytest --numprocesses=auto --dist=loadfile $(ARGS)

check: .venv/.develop ## style, types, who imports whom, indicators bound to their datasets, reference pages current
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/bindings.py
	$(BIN)/python tools/reference.py --check

fix: .venv/.develop ## mend what style checks can mend by themselves
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

fuzz: .venv/.develop ## the generative tests, for longer and with new examples
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest tests/generative $(ARGS)

bench: .venv/.bench ## what it costs, side by side, in one run
	$(BIN)/python bench/figures.py
	$(BIN)/python bench/receive.py
	$(BIN)/python bench/evidence.py
	$(BIN)/python bench/demo.py
	$(BIN)/python bench/pages.py
	$(BIN)/python bench/actions.py

docs: .venv/.run ## write docs/reference/ from the declarations
	$(BIN)/python tools/reference.py

pictures: .venv/.develop ## take the pictures of the README again
	PICTURES=docs/pictures $(BIN)/pytest tests/functional/test_pictures.py -k taken

lock: .venv/.run ## lock what requirements/*.in ask for; ARGS=--upgrade takes newer versions
	tools/lock.sh $(ARGS)

.venv/.run: requirements/install.txt requirements/run.txt pyproject.toml
	tools/install.sh requirements/run.txt
	@touch $@

# Others that count, to be measured beside. Where they cannot be had the bench says so and goes on.
.venv/.bench: .venv/.run requirements/bench.txt
	tools/install.sh requirements/bench.txt && touch $@ || echo "going on without pandas and Polars"

.venv/.develop: .venv/.run requirements/develop.txt
	tools/install.sh requirements/develop.txt
	@touch $@
