"""What each sentence of a report is for: background, aim, method, result, conclusion."""
