"""PDF → one article: pages → glyphs with their places → lines in reading order → paragraphs."""
