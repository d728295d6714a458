"""The search: words to stems, an index a language, and its ranking."""
