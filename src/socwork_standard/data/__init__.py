"""Finding, reading and compiling the standard's data."""
