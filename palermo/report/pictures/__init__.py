"""Pictures as SVG, made of few shapes: read in grey and by the colour-blind, with their words beside them."""
