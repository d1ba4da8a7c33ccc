"""Staff registers: reading a whole list of people from a spreadsheet, a file, a folder or a database."""
