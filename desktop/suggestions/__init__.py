"""Text → suggestions: what Korean knowledge foresees, as proposals with a rule behind each."""
