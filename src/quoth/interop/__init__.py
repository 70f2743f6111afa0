"""Pure converters: a noun in, text out."""
