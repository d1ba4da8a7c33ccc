"""Tables as files hold them: reading workbooks, separated text and Parquet, and writing workbooks.

Nothing here knows what a register is.  It is the only place where libraries for spreadsheets are imported.
"""
