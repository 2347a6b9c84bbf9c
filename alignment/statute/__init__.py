"""Body of law cut into units and segments, with the cues found in them."""
