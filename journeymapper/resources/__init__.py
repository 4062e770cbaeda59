"""Files that the program carries with it: fonts and the icon."""
