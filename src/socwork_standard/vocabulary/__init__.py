"""Names people write, found in the vocabularies."""
