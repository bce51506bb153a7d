"""Charts as SVG that the server draws: places are percentages of the width, so a chart fits any window without a script."""
