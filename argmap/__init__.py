"""argmap: the argument of an opinion article as a typed graph, its support gaps, and its picture.

The names that `__init__.pyi` lists are imported when they are first used, so that `import argmap` is quick.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
