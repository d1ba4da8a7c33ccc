"""Reports: decisions, cards and checks put on a page, for a terminal or as Markdown.

Each report builds a page of blocks (`page`); `layout` prints it for a terminal, `markdown` for a file.
"""
