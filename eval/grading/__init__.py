"""Is an answer right? Figures by value, unit and time; words by words."""
