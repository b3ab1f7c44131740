"""Reading: windows around the best sentences, a trained span reader over them, and what its spans are."""
