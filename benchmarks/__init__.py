"""What the program's work costs, as ratios to a reference measured in the same run."""
