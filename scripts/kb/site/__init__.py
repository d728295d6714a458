"""From the library to MkDocs: notes, notices, ledger, glossary, and the build."""
