"""One module and its data files a drafting tradition; `palermo.corpus.amendments.tradition` lists them."""
