"""Rule files and the constructions that they speak of."""
