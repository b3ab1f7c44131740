"""Text exports of news archives: one file with several articles, their fields, index terms and rights."""
