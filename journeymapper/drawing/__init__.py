"""Geometry and theme to a display list, and the one painter of that list."""
