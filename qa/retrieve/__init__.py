"""From hits to ranked sentences."""
