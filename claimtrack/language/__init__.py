"""What later stages see of the language: a read-only parse and questions about its grammar."""
