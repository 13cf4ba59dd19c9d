"""Suggestions in the window: where they come from, and what the keys do with them."""
