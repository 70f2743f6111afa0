"""How a text fits the question: its illness, its people, its treatment, and how much of what was asked it covers."""
