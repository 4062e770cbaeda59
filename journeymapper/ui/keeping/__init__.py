"""What keeps work safe: writing in the background, copies of unsaved work, locks, and an eye on the file."""
