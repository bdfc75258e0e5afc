"""What content expects around it: windows with a SCORM run-time, an AICC LMS, a record store, a player for H5P."""
