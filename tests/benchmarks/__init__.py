"""Benchmarks: medians and ratios printed as JSON, never asserted."""
