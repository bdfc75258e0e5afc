"""What content expects around it: a window with a SCORM run-time, an AICC LMS, a record store, a player for H5P."""
