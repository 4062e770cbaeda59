"""The verbs that make a new plan from a plan, and the history of what was done."""
