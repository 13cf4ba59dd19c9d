"""What looks back at the work: checks that find problems, and measures."""
