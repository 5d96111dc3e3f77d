"""What claimtrack measures of itself, on sentences and articles of its own."""
