"""A website, crawled from its start pages."""
