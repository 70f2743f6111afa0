"""Which advice of a guideline says by itself what was asked, although it shares few words with the question."""
