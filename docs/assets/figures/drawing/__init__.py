"""What draws the figures of the glossary: SVG as strings, plots, and one scene for each figure."""
