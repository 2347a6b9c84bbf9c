"""Text and identity: reading files, structure, references, amending acts."""
