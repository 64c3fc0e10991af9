"""English articles of the genre: glossed in its Vietnamese wording, word for word, so that one reader reads both."""
