"""The article page: text laid out paragraph by paragraph, with spans drawn over it."""
