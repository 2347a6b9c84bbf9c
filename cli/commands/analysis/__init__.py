"""Commands that hold law against a framework."""
