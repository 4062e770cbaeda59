"""Plan to geometry: columns, lanes, ranks, link routes and label places, in numbers only."""
