"""The open project: the one door for reads and changes; commands, history, subscribers."""
