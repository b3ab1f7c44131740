"""The only builder of answers, and the citations they stand on."""
