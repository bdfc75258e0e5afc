"""How far a crawl goes, as the user asked."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.sources.website.robots import USER_AGENT


@dataclass(frozen=True, slots=True)
class CrawlLimits:
    """How far a crawl goes, how fast, and what it may open.

    A pattern of `include` or `exclude` is an address in which `*` stands for any characters. A pattern that begins with
    `/` is compared with what follows the host.
    """

    max_pages: int = 50
    max_depth: int | None = None
    """How many links a page may be away from a start page; None for no limit."""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    robots: bool = True
    """Whether to obey robots.txt."""
    rate: float | None = None
    """Pages a second: 0 for no limit, None for a polite pace."""
    allow_hosts: tuple[str, ...] = ()
    """Other hosts ("cdn.example.org", "*.example.org") from which documents are read."""
    user_agent: str = USER_AGENT
    sitemap: bool = False
    """Whether to find pages in the site's sitemaps too."""
    sample: int | None = None
    """The largest number of pages in a sample that stands for the whole site; None to open every page."""
