"""A drawing as a raster image, for readers that know no SVG: the only importer of resvg."""

from __future__ import annotations

__all__ = ["png"]

_ZOOM = 2.0  # sharp in print at the width of a page


def png(svg: str) -> bytes:
    """The drawing as PNG on white, at twice its size; the same drawing and fonts give the same bytes."""
    import resvg_py

    image: bytes = bytes(resvg_py.svg_to_bytes(svg_string=svg, background="#ffffff", zoom=_ZOOM, dpi=0))
    return image
