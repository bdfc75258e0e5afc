"""The pipeline: targets become one Report."""
