"""Imported once by the process from which heavy jobs are split off, so that each finds the standard loaded."""

from socwork_standard.web.jobs import checker

checker()
