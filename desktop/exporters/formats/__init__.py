"""Training formats, one module each: a function that adds one article to a dataset."""
