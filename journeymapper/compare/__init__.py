"""What differs between plans, item by item and fact by fact."""
