"""Documents as files hold them: reading DOCX, PDF, HTML and plain text into lines and tables, each with its place.

Nothing here knows what a curriculum or an order is.  It is the only place where libraries for documents are imported.
"""
