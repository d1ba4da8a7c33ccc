"""The career ladder: positions and the edges between them, stated, required or inferred, never mixed up."""
