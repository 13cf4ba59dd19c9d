"""Actions: one table of everything that can be done by key, by menu or by name."""
