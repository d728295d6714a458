"""Birge: checks, citations, translation states and search of a multilingual knowledge base."""
