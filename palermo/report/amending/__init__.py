"""Reports on amending acts."""
