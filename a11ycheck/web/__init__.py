"""Addresses, links, HTTP requests beside the browser, and XML from strangers."""
