"""The panels around the article: top bar, article list, inspector, status bar.

They show what they are given and emit wishes; none of them writes to the project.
"""
