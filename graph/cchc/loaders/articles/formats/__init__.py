"""Files of every common format to the text of an article: one module a format, each with its library."""
