"""The command line `socwork`."""
