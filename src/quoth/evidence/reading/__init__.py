"""How a sentence becomes a finding: which few are read, what is known of them, and what must travel with them."""
