"""Editions as data: adding one, comparing two, and what a new one changes for people and programmes."""
