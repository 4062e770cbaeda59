"""What the actions of each menu do."""
