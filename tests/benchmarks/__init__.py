"""What scripts/benchmark runs."""
