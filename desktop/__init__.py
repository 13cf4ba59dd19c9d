"""밑줄 (Mitjul): mark claims, figures and speakers in Korean news articles."""

__version__ = "0.1.0"
