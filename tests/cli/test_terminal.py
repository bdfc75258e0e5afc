"""The terminal: plain words, on any terminal, without a page's control characters."""

import io
import time
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from a11ycheck.cli.progress import TerminalProgress
from a11ycheck.cli.terminal import print_summary
from a11ycheck.model import Lang, Report
from a11ycheck.text.words import read_words
from tests.goldens import same_as_golden
from tests.reports import empty, hostile, large, report

WORDS = read_words("en")
PATHS = (Path("out") / "report.html", Path("out") / "report.json")


def said(
    given: Report, lang: Lang = "en", width: int = 80, encoding: str = "utf-8", color: bool = False, **more: bool
) -> str:
    bytes_ = io.BytesIO()
    file = io.TextIOWrapper(bytes_, encoding=encoding, newline="\n")
    console = Console(file=file, width=width, force_terminal=color, color_system="standard" if color else None)
    print_summary(given, read_words(lang), console, paths=PATHS, **more)
    file.flush()
    return bytes_.getvalue().decode(encoding)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("verbose", [False, True])
def test_whole(lang: Lang, verbose: bool) -> None:
    name = f"terminal{'-verbose' if verbose else ''}.{lang}.txt"
    assert same_as_golden(name, said(report(lang), lang, verbose=verbose).replace("out\\", "out/"))


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("given", [report(), large(30), empty()], ids=["report", "large", "empty"])
def test_no_line_is_wider_than_the_terminal(given: Report, width: int) -> None:
    assert max(map(len, said(given, width=width, verbose=True).splitlines())) <= width


def test_quiet_is_one_line_and_the_paths() -> None:
    result, *rest = said(report(), width=60, quiet=True).splitlines()
    assert result.startswith("3 problems found. ")
    assert "3 things were not tested" in result
    assert "6 screens reached" in result
    assert rest == ["", "The reports are here:", *map(str, PATHS)]


def test_a_terminal_without_unicode() -> None:
    plain = said(hostile(), encoding="ascii", verbose=True) + said(report(), encoding="ascii", verbose=True)
    assert 'The link text "click here" does not say' in plain
    odd = replace(report(), targets=(replace(report().targets[0], title="Één ‘test’ 漢"),))
    assert "Een 'test' ?" in said(odd, encoding="ascii")


def test_a_page_gives_no_commands_to_the_terminal() -> None:
    given = hostile()
    output = said(given, verbose=True)
    assert not [each for each in output if ord(each) < 32 and each != "\n"]
    assert not set(output) & set("\u202e\u2066\x9b")
    markup = replace(given.findings[0], message="[bold red]x[/] [link=https://x.example]y[/link] :smile:")
    given = replace(
        given, findings=(markup,), issues=(replace(given.issues[0], first=markup, findings=(markup.fingerprint,)),)
    )
    assert "[bold red]x[/] [link=https://x.example]y[/link] :smile:" in said(given, width=120)


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in said(report(), color=True)
    assert "\x1b[" not in said(report())
    monkeypatch.setenv("NO_COLOR", "1")
    file = io.StringIO()
    print_summary(report(), WORDS, Console(file=file, force_terminal=True, width=80))
    assert "\x1b[3" not in file.getvalue()


def test_only_labels_and_counts_of_what_is_left_out_are_dim() -> None:
    dim = [
        part.partition("\x1b[0m")[0].strip() for part in said(report(), color=True, verbose=True).split("\x1b[2m")[1:]
    ]
    labels = {WORDS(f"terminal.{name}") for name in ("where", "often", "criteria", "repair", "origin")}
    assert dim
    assert {each for each in dim if not each.startswith("and ")} <= labels


def test_nothing_found_is_not_called_good() -> None:
    output = said(empty())
    assert "No problems found by automated checks." in output
    assert "Automated testing finds only some barriers" in output


def test_a_long_list_is_cut_unless_verbose() -> None:
    given = report()
    many = tuple(replace(given.issues[0], id=f"i{n}") for n in range(9))
    given = replace(given, issues=many)
    assert "and 4 more: see the report" in said(given)
    assert "more: see the report" not in said(given, verbose=True)


class Screen(io.StringIO):
    """A terminal that remembers."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def scan(listener: TerminalProgress) -> None:
    listener.start("fire-safety.zip", 3)
    for name in ("intro.html", "\x1b[2Jquiz [bold].html", "x" * 300):
        listener.screen(name)
        listener.done(True)
    listener.total("fire-safety.zip", 4)
    time.sleep(0.15)
    listener.stop()
    listener.stop()


def console(terminal: bool, width: int = 60) -> tuple[Console, io.StringIO]:
    file = Screen() if terminal else io.StringIO()
    return Console(file=file, force_terminal=terminal, width=width, color_system=None, _environ={}), file


def test_progress_moves_on_a_terminal() -> None:
    where, file = console(True)
    scan(TerminalProgress(WORDS, where))
    output = file.getvalue()
    assert "3/4" in output
    assert "left" in output
    assert "\x1b[2Jquiz" not in output


@pytest.mark.parametrize(("terminal", "quiet"), [(False, False), (False, True), (True, True)])
def test_progress_is_silent(terminal: bool, quiet: bool) -> None:
    where, file = console(terminal)
    scan(TerminalProgress(WORDS, where, quiet=quiet))
    assert file.getvalue() == ""


def test_verbose_without_a_terminal_is_a_line_for_each_screen() -> None:
    where, file = console(False)
    scan(TerminalProgress(WORDS, where, verbose=True))
    assert file.getvalue().splitlines() == [
        "Testing fire-safety.zip",
        "  intro.html",
        "  quiz [bold].html",
        "  " + "x" * 300,
    ]


def test_words_are_english_or_dutch_throughout() -> None:
    dutch = said(report("nl"), "nl", verbose=True)
    assert not [word for word in ("screens", "places", "problem ", "review", "tested") if word in dutch.lower()]
