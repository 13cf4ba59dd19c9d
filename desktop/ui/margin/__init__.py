"""The margin: one card a claim beside the page, with what was said of it and what is missing."""
