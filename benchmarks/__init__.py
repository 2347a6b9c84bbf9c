"""What `make bench` runs: how long palermo's main steps take on this machine."""
