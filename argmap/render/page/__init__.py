"""The interactive page: a map in one file that needs no network, with the rules that label it."""
