"""Commands on amending acts."""
