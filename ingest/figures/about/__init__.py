"""What a figure is of: its noun, subject, speaker, qualifier."""
