"""Penalties that an offence carries, with its aggravations."""
