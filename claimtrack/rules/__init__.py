"""Rule files, the constructions that they speak of, and their proof."""
