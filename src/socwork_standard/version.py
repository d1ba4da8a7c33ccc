"""The version of the package, apart from everything that needs the package to be loaded."""

__version__ = "0.1.0"
