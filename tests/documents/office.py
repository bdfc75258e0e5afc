"""Write Word, PowerPoint and Excel files for tests, with only the parts that the formats require."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    f'xmlns:r="{OFFICE}"'
)
DECORATIVE = '<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext></a:extLst>'

Relations = Mapping[str, tuple[str, str]]
"""Id → (kind, target); a target with "://" stands outside."""


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def relations(rows: Relations) -> str:
    """A .rels part."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    outside = ' TargetMode="External"'
    said = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"{outside if "://" in target else ""}/>'
        for id_, (kind, target) in rows.items()
    )
    return f'<Relationships xmlns="{space}">{said}</Relationships>'


def document(main: str, title: str, parts: Mapping[str, str | bytes]) -> bytes:
    """A whole file: its main part by name, its title, and all its other parts."""
    core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d">' + (f"<dc:title>{title}</dc:title>" if title else "")
    return pack(
        {
            "_rels/.rels": relations(
                {"m": ("officeDocument", main), "c": ("metadata/core-properties", "docProps/core.xml")}
            ),
            "docProps/core.xml": core + "</cp:coreProperties>",
            **parts,
        }
    )


def make_word(
    body: str,
    *,
    title: str = "Watering plants",
    language: str = "en-GB",
    links: Sequence[str] = (),
    ground: str = "",
) -> bytes:
    """A document with Normal, two headings and a bold character style; `links` have the ids l0, l1 …"""
    lang = f'<w:lang w:val="{language}"/>' if language else ""
    styles = (
        f"<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{lang}</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/>'
            '<w:basedOn w:val="Normal"/></w:style>'
            for n in (1, 2, 3)
        )
        + '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My part"/><w:basedOn w:val="Kop2"/></w:style>'
        "</w:styles>"
    )
    rows = {f"l{n}": ("hyperlink", address) for n, address in enumerate(links)}
    main = f"<w:document {SPACES}>{ground}<w:body>{body}</w:body></w:document>"
    return document(
        "word/document.xml",
        title,
        {
            "word/document.xml": main,
            "word/styles.xml": styles,
            "word/_rels/document.xml.rels": relations({"s": ("styles", "styles.xml"), **rows}),
        },
    )


def paragraph(text: str, style: str = "", run: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{own}{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def word_picture(properties: str = "", inside: str = "") -> str:
    """A picture in a paragraph of its own."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" {properties}>{inside}</wp:docPr>'
        "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def word_table(properties: str = "", row: str = "", cell: str = "") -> str:
    """Two rows of two cells; `row` holds properties of the first row, `cell` those of each cell."""
    cells = "".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{paragraph(said)}</w:tc>" for said in ("Plant", "Water"))
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr><w:trPr>{row}</w:trPr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
    )


def word_link(text: str, number: int = 0) -> str:
    """A link in a paragraph."""
    return f'<w:p><w:hyperlink r:id="l{number}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'


def make_slides(
    *slides: str, title: str = "Watering plants", hidden: Sequence[int] = (), links: Sequence[str] = ()
) -> bytes:
    """A presentation; each slide is what stands in its tree of shapes."""
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="s{n}"/>' for n in range(1, len(slides) + 1))
    rows = {f"s{n}": ("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)}
    parts: dict[str, str | bytes] = {
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(rows),
        "ppt/slideLayouts/l.xml": f"<p:sldLayout {SPACES}><p:cSld><p:spTree>"
        + shape("", "title", box=(0, 0, 900, 100))
        + shape("", "body", box=(0, 200, 900, 300))
        + "</p:spTree></p:cSld></p:sldLayout>",
    }
    targets = {f"l{n}": ("hyperlink", address) for n, address in enumerate(links)}
    for number, tree in enumerate(slides, 1):
        show = ' show="0"' if number in hidden else ""
        slide = f"<p:sld {SPACES}{show}><p:cSld><p:spTree>{tree}</p:spTree></p:cSld></p:sld>"
        parts[f"ppt/slides/slide{number}.xml"] = slide
        layout = {"lay": ("slideLayout", "../slideLayouts/l.xml")}
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations({**layout, **targets})
    return document("ppt/presentation.xml", title, parts)


ENGLISH = 'lang="en-GB"'


def shape(
    text: str, kind: str = "", *, box: tuple[int, int, int, int] | None = None, run: str = "", fill: str = "",
    letters: str = ENGLISH,
) -> str:  # fmt: skip
    """A shape with text; `kind` is that of its placeholder, `box` left, top, width, height.

    `letters` are the attributes of its text, `run` the elements.
    """
    holder = f'<p:ph type="{kind}" idx="{"1" if kind == "body" else ""}"/>' if kind else ""
    frame = ""
    if box:
        frame = f'<a:xfrm><a:off x="{box[0]}" y="{box[1]}"/><a:ext cx="{box[2]}" cy="{box[3]}"/></a:xfrm>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Shape"/><p:nvPr>{holder}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame}{solid(fill)}</p:spPr>"
        f"<p:txBody><a:p><a:r><a:rPr {letters}>{run}</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def solid(colour: str) -> str:
    """A fill of one colour, "" for none."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>' if colour else ""


def slide_picture(properties: str = "", inside: str = "", kind: str = "") -> str:
    """A picture on a slide."""
    own = f'<p:cNvPr id="3" name="Picture 3" {properties}>{inside}</p:cNvPr>'
    return f"<p:pic><p:nvPicPr>{own}<p:nvPr>{kind}</p:nvPr></p:nvPicPr></p:pic>"


def slide_table(properties: str = "") -> str:
    """A table of two rows and two columns."""
    row = "<a:tr>" + "<a:tc><a:txBody><a:p><a:r><a:t>Plant</a:t></a:r></a:p></a:txBody></a:tc>" * 2 + "</a:tr>"
    return f"<p:graphicFrame><a:graphic><a:tbl><a:tblPr {properties}/>{row}{row}</a:tbl></a:graphic></p:graphicFrame>"


def make_sheets(
    sheets: Mapping[str, str], *, title: str = "Water per plant", drawing: str = "", table: str = "", styles: str = "",
    hidden: Sequence[str] = (),
) -> bytes:  # fmt: skip
    """A workbook: name of a sheet → XML of its rows; the drawing and the table stand on the first sheet."""
    space = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" {SPACES}'
    names = list(sheets)
    away = ' state="hidden"'
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"{away if name in hidden else ""}/>'
        for n, name in enumerate(names, 1)
    )
    rows = {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)}
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f"<workbook {space}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations({**rows, "y": ("styles", "styles.xml")}),
        "xl/styles.xml": f"<styleSheet {space}>{styles}</styleSheet>",
    }
    for number, (name, data) in enumerate(sheets.items(), 1):
        more = '<drawing r:id="d"/>' if drawing and number == 1 else ""
        more += '<tableParts><tablePart r:id="t"/></tableParts>' if table and number == 1 else ""
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f"<worksheet {space}><sheetData>{data}</sheetData>{more}</worksheet><!-- {name} -->"
        )
    held = {"d": ("drawing", "../drawings/d.xml")} if drawing else {}
    held |= {"t": ("table", "../tables/t.xml")} if table else {}
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(held)
    if drawing:
        parts["xl/drawings/d.xml"] = f"<xdr:wsDr {SPACES}>{drawing}</xdr:wsDr>"
    if table:
        parts["xl/tables/t.xml"] = f"<table {space} {table}/>"
    return document("xl/workbook.xml", title, parts)


ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Plant</t></is></c></row>'


def sheet_picture(properties: str = "", inside: str = "") -> str:
    """A picture on a sheet."""
    own = f'<xdr:cNvPr id="1" name="Picture 1" {properties}>{inside}</xdr:cNvPr>'
    return f"<xdr:twoCellAnchor><xdr:pic><xdr:nvPicPr>{own}</xdr:nvPicPr></xdr:pic></xdr:twoCellAnchor>"


def cell_style(text: str, ground: str) -> str:
    """Styles 0 (plain) and 1 (these colours, as ARGB)."""
    return (
        f'<fonts><font><sz val="11"/></font><font><sz val="11"/><color rgb="{text}"/></font></fonts>'
        f'<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid">'
        f'<fgColor rgb="{ground}"/></patternFill></fill></fills>'
        '<cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="1"/></cellXfs>'
    )
