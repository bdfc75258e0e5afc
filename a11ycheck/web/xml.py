"""Read XML from strangers: resolve no entity, fetch nothing, and forgive wrong encodings."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from a11ycheck.errors import TargetError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARATION = re.compile(r"^\s*<\?xml\b([^>]*)\?>")
_ENCODINGS = frozenset(
    codecs.lookup(name).name
    for name in (
        "ascii", "utf-8", "big5", "euc-jp", "euc-kr", "gb18030", "gb2312", "gbk", "iso-2022-jp", "koi8-r", "koi8-u",
        "shift_jis", *(f"cp125{n}" for n in range(9)), *(f"iso8859-{n}" for n in range(1, 17) if n != 12),
    )
)  # fmt: skip
"""The encodings that web pages may have (https://encoding.spec.whatwg.org/#names-and-labels), besides UTF-16. Python
knows others, some of which unpack or take quadratic time."""
_ENCODING = re.compile(r"encoding\s*=\s*[\"']([\w.:-]+)[\"']")


def read_xml(data: bytes, name: str, file: str) -> etree._Element:
    """Return the root element. `name` and `file` are the package and the file in it, for messages.

    Raises TargetError when the file is empty, is no XML, or declares entities. These are refused before parsing,
    because libxml2 expands them in attribute values even with resolve_entities=False.
    """
    text = decode(data)
    declaration = _DECLARATION.match(text)
    body = text[declaration.end() :] if declaration else text
    if not body.strip():
        raise TargetError("manifest-empty", name=name, file=file)
    if "<!ENTITY" in body:
        raise TargetError("manifest-entities", name=name, file=file)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(body.strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        before = text[: len(text) - len(body.lstrip())].count("\n")
        raise TargetError("manifest-not-xml", name=name, file=file, line=(error.lineno or 1) + before) from error


def decode(data: bytes) -> str:
    """Return the text of an XML file, by its byte order mark, the encoding it declares if that fits, or by trying."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data[:2] in (b"<\0", b"\0<"):
        return data.decode("utf-16-le" if data[:1] == b"<" else "utf-16-be", "replace")
    declared = _ENCODING.search(data[:200].decode("latin-1"))
    # Many exporters declare UTF-16 and write UTF-8; real UTF-16 was recognised above.
    for encoding in (_listed(declared[1]) if declared else "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _listed(declared: str) -> str:
    """Return the encoding that is meant, UTF-8 for one that no web page may have."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return "utf-8"
    return name if name in _ENCODINGS else "utf-8"


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element | None, name: str) -> list[etree._Element]:
    """Return the child elements of that local name, in any namespace or none."""
    if element is None:
        return []
    return [child for child in element if isinstance(child.tag, str) and local(child) == name]


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child element of that local name, or None."""
    return next(iter(children(element, name)), None)


def text(element: etree._Element | None) -> str:
    """Return all text of an element, white space collapsed; "" when there is none."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def attribute(element: etree._Element, name: str) -> str:
    """Return the attribute of that local name, stripped; one without a namespace first, "" when there is none."""
    if name in element.attrib:
        return str(element.attrib[name]).strip()
    found = (value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name)
    return str(next(found, "")).strip()
