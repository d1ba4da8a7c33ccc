"""An official text of a professional standard becomes a draft of data: fields, functions, items, proposed rules.

Everything here knows the layout that orders have used since 2023 and nothing of any one profession.
"""
