"""Language of the report: its messages from a catalogue, its dates, numbers and quotation marks."""
