"""Library: instruments, versions, bodies, collections, reviews."""
