"""The ground floor: what pages and records are, read once into a `Library`."""
