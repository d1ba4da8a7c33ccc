"""Files for other programs and people: exchange formats and pictures."""
