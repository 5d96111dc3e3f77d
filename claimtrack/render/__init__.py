"""Reports to output formats, one file each: the only room where reports are written."""
