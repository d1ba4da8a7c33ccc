"""Imported once by the process from which heavy jobs are split off, so that each finds the standard loaded."""

from socwork_standard.curriculum.index import index_of
from socwork_standard.web import jobs_curriculum
from socwork_standard.web.jobs import checker

index_of(checker().standard)
LOADED = (jobs_curriculum,)
"""Modules of jobs that are imported here so that no process has to."""
