"""The mathematics on the planned journey."""
