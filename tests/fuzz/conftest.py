"""Fuzzing needs every optional part that reads a file, and the bounds that Linux and macOS set."""

import pytest

pytest.importorskip("resource", reason="bounds of time and memory are set as Linux and macOS set them")
for library in (
    *(
        "python_calamine",
        "xlsxwriter",
        "pyarrow",
        "pdfplumber",
        "docx",
        "typst",
        "pypdf",
        "lxml",
        "starlette",
    ),
    "python_multipart",
):
    pytest.importorskip(library, reason="every reader is given files of its own kind")
