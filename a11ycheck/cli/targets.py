"""From the arguments and options of a command to the targets of a scan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from a11ycheck.cli.config import Config, TargetConfig
from a11ycheck.cli.option_table import CONFIG_KEYS
from a11ycheck.cli.options import Options
from a11ycheck.cli.signing_in import options_by_role, secret_option, site_access
from a11ycheck.errors import UsageError
from a11ycheck.files.interface import MIB, Limits
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.sources import open_package_file
from a11ycheck.sources.address_list import AddressList, read_addresses
from a11ycheck.sources.interface import PackageFile
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.website import Website
from a11ycheck.text import redact
from a11ycheck.web.addresses import read_start


def package_target(path: Path, label: str, options: Options) -> ScanTarget:
    """Return a package, document or folder as a target. Raises TargetError when it cannot be opened."""
    limits = Limits(members=options.max_files, bytes=options.max_megabytes * MIB, ratio=options.max_ratio)
    file = PackageFile(path, limits, options.allow_host, options.h5p_player)
    return ScanTarget(open_package_file(file), label, package_file=file)


def website_targets(urls: Sequence[str], options: Options) -> list[ScanTarget]:
    """Return the website of these addresses, once for each role. Raises UsageError when there is no address."""
    return [_website_target(urls, role, own_options) for role, own_options in options_by_role(options)]


def configured_targets(config: Config, options: Options) -> list[ScanTarget]:
    """Return all targets of the configuration, each with its own options. Raises UsageError when there is none."""
    if not config.targets:
        raise UsageError("no-targets")
    targets: list[ScanTarget] = []
    for target in config.targets:
        values: dict[str, Any] = {CONFIG_KEYS[key].parameter: value for key, value in target.options.items()}
        own_options = replace(options, **values)
        if config.is_found and target.url:
            _check_needs_no_secret(target, own_options)
        if target.file:
            targets.append(package_target(target.file, target.name, own_options))
        else:
            targets += [
                replace(website, label=" ".join(filter(None, [target.name, website.label])))
                for website in website_targets([target.url], own_options)
            ]
    return targets


def _check_needs_no_secret(target: TargetConfig, options: Options) -> None:
    """Raise UsageError when a site that only a found file names would be told secrets of the user."""
    option = secret_option([read_start(target.url)], options)
    if option:
        error = "config-found-kept" if option == "--login" and options.login == "kept" else "config-found-secret"
        raise UsageError(error, target=target.name, option=option)


def _website_target(urls: Sequence[str], role: str, options: Options) -> ScanTarget:
    """Return a website, or a list of addresses, as a target. The role is its label and part of its name."""
    as_role = f" ({role})" if role else ""
    if options.urls_from:
        addresses = [*read_addresses(options.urls_from), *options.editor]
        site = site_access([read_start(address) for address in addresses], options, role)
        name = options.urls_from.name
        listed = AddressList(addresses, name + as_role, options.rate, options.allow_host, http=site.http, title=name)
        return site.target(listed, role)
    if not urls:
        raise UsageError("no-address")
    starts = [*urls, *options.editor]
    site = site_access([read_start(start) for start in starts], options, role)
    name = redact.url(starts[0]) + as_role
    return site.target(Website(starts, _crawl_limits(options), http=site.http, name=name), role)


def _crawl_limits(options: Options) -> CrawlLimits:
    return CrawlLimits(
        max_pages=options.max_pages,
        max_depth=options.max_depth,
        include=options.include,
        exclude=options.exclude,
        robots=options.robots,
        rate=options.rate,
        allow_hosts=options.allow_host,
        sitemap=options.sitemap,
        sample=options.sample,
    )
