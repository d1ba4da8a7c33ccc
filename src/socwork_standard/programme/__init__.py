"""What a university or college does with its programme: reading it, reviewing its mapping, coverage, graduates."""
