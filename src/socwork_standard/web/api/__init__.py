"""The HTTP API under /api/v1: the same answers as the command line's JSON."""
