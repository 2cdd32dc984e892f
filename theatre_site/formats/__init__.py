"""Where Django's formats of a language differ from what the staff types."""
