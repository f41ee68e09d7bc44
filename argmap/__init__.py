"""argmap: the argument of an opinion article as a typed graph, its support gaps, and its picture."""
