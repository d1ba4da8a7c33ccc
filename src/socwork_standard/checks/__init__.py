"""Checks of the data itself: its rules, its links, and its words against the official text."""
