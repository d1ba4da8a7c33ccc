"""Data models: the standard, its editions, readings and defects, and the records it judges."""
