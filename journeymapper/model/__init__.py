"""What a plan is: frozen values, ids, units, findings, and the graph of its journeys."""
