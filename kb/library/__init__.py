"""The library: instruments, versions, bodies, collections, reviews."""
