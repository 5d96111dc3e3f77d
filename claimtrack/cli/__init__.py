"""Commands: the only room that prints or exits."""
