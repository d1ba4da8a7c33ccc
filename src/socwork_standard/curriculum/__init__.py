"""Curricula: which competencies of the standard the outcomes of a programme form; machines suggest, people decide."""
