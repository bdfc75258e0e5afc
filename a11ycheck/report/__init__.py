"""From hits to findings, issues, verdicts and the Report."""
