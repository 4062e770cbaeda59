"""The editors that fields are shown and edited with, one for each kind of content."""
