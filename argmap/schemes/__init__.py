"""Argumentation schemes and their critical questions, as data."""
