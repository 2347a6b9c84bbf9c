"""Documents as Markdown (CommonMark with the tables of GitHub)."""
