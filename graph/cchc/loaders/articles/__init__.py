"""The reader of articles: text to mentions to claims."""
