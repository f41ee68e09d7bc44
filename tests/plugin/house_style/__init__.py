"""A plugin for argmap: what one newsroom, course or course book wants besides."""
