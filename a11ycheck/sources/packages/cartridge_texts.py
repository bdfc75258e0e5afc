"""Topics, assignments and questions of a Common Cartridge as HTML, as an LMS would show their XML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from lxml import etree

from a11ycheck.web.own_pages import MADE
from a11ycheck.web.xml import attribute, child, children, local, text

MOST_QUESTIONS = 1_000


def topic(root: etree._Element) -> tuple[str, str]:
    """Return the title and HTML of a discussion topic (imsdt) or an assignment."""
    body = child(root, "text")
    return text(child(root, "title")), "" if body is None else _html(body, attribute(body, "texttype"))


def link(root: etree._Element) -> tuple[str, str]:
    """Return the title and address of a web link (imswl)."""
    url = child(root, "url")
    return text(child(root, "title")), "" if url is None else attribute(url, "href")


def questions(root: etree._Element) -> tuple[str, str]:
    """Return the title and HTML of an assessment (QTI 1.2): each question is a group of real fields."""
    assessment = next((each for each in root.iter(etree.Element) if local(each) in ("assessment", "objectbank")), None)
    title = attribute(assessment, "title") if assessment is not None else ""
    items = [each for each in root.iter(etree.Element) if local(each) == "item"][:MOST_QUESTIONS]
    return title, "\n".join(_question(item, number) for number, item in enumerate(items, 1))


def _question(item: etree._Element, number: int) -> str:
    presentation = child(item, "presentation")
    if presentation is None:
        return ""
    stem = "".join(_materials(presentation))
    answers = "".join(_answers(presentation, number))
    # The question names the group, however long it is; an author's pictures stay in it and are judged there.
    group = f'<fieldset {MADE} aria-labelledby="q{number}"><div {MADE} id="q{number}">{stem}</div>{answers}</fieldset>'
    return f"<form {MADE}>{group}</form>"


def _materials(parent: etree._Element) -> Iterator[str]:
    """Yield the texts of a question, but not those of its answers."""
    for element in parent:
        if not isinstance(element.tag, str):
            continue
        if local(element) == "material":
            for part in element.iter(etree.Element):
                if local(part) in ("mattext", "matemtext"):
                    yield _html(part, attribute(part, "texttype"))
        elif local(element) == "flow":
            yield from _materials(element)


def _answers(presentation: etree._Element, number: int) -> Iterator[str]:
    elements = (each for each in presentation.iter(etree.Element) if local(each).startswith("response_"))
    responses = [each for each in elements if local(each) not in ("response_label", "response_na")]
    for at, response in enumerate(responses, 1):
        name = f"q{number}-{at}"
        choices = [each for each in response.iter(etree.Element) if local(each) == "response_label"]
        texts = "".join(_materials(response))
        if any(local(each) == "render_choice" for each in response.iter(etree.Element)):
            kind = "checkbox" if attribute(response, "rcardinality").lower() == "multiple" else "radio"
            rows = (
                f'<div {MADE}><input {MADE} type="{kind}" name="{name}" id="{name}-{n}"><label {MADE} for="{name}-{n}">'
                f"{''.join(_materials(choice)) or escape(attribute(choice, 'ident'))}</label></div>"
                for n, choice in enumerate(choices, 1)
            )
            yield f"{texts}{''.join(rows)}"
        else:
            yield f'{texts}<textarea {MADE} name="{name}" aria-labelledby="q{number}"></textarea>'


def _html(element: etree._Element, kind: str) -> str:
    content = "".join(str(part) for part in element.itertext())
    return content if "html" in kind.lower() else f"<p>{escape(content)}</p>"


def is_assignment(root: etree._Element) -> bool:
    """Return whether this is an assignment, which version 1.3 adds as an extension."""
    return local(root) == "assignment" and bool(children(root, "text"))
