"""Commands, exit codes and what they print."""
