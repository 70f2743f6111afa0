"""What a guideline advises, with the grade that its issuer put to it."""
