"""What a report tells of its study: its design and size, who was studied, what was found, in which figures."""
