"""The window: everything that shows a project and asks for changes of it."""
