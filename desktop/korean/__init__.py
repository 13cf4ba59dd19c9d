"""What is known about Korean news text: pure functions over strings."""
