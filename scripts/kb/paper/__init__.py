"""Paper and packs, made from the built site: PDF, DOCX, slides, EPUB, zips."""
