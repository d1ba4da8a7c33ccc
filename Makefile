# Short names for `python3 dev.py …`, which needs nothing but Python. Without make, type that instead.
# The first of these that runs is taken; `make demo PYTHON=/path/to/python3.12` takes another.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11 python,\
            $(shell $(name) -c 'print("$(name)")' 2>/dev/null)))
NO_PYTHON = No Python found. Install 3.11 or newer, for example: sudo apt-get install python3 python3-venv
DEV = $(or $(PYTHON),$(error $(NO_PYTHON))) dev.py

.PHONY: help setup demo test check wheel-check lowest audit sbom bundle bench docs clean

help setup demo check wheel-check lowest audit sbom bundle docs clean:
	@$(DEV) $@

# make test ARGS="-k ladder", make bench ARGS="--quick"
test bench:
	@$(DEV) $@ $(ARGS)
