"""Page of an amended text."""
