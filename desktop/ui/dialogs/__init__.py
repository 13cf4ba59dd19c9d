"""The dialogs: they ask, and return values; none of them changes a project."""
