"""One module and its data files a drafting tradition; `corpus.amendments.tradition` lists them."""
