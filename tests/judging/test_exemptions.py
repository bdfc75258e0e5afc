"""What WCAG leaves out, and what nobody meets, is not accused."""

import pytest

from fixtures.sites.serving import Answering, running
from tests.scanning import plan_for, scan_source

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>Filters</title><style>
.pale { color: #999; background: #f5f5f5; padding: 4px }</style></head><body><main><h1>Filters</h1>
<div class="ui-select is-disabled"><input type="hidden" value="en"><div class="pale" id="off">English</div></div>
<div class="ui-select"><div class="pale" id="on">Dutch</div></div>
<div class="ui-select is-disabled"><div class="pale" tabindex="0" id="used">French</div></div>
<p class="notdisabled"><span class="pale" id="word">German</span></p></main></body></html>"""


def test_what_is_drawn_as_switched_off_is_not_accused_unless_it_can_be_used():
    class Handler(Answering):
        def do_GET(self):
            self.send(200, PAGE)

    with running(Handler) as url:
        report = scan_source(f"{url}/", plan_for(["color-contrast"], ()))
    assert [one.target for one in report.findings if one.outcome == "failure"] == ["#on", "#used", "#word"]


GRID = """<!doctype html><html lang="en"><head><title>People</title><style>td { padding: 0 } button, .day { width: 14px;
height: 14px; padding: 0; display: block } .held button { width: 30px; height: 30px }</style></head><body><main>
<h1>People</h1><table role="grid" aria-label="People">
<tr role="row"><td role="gridcell" tabindex="0" class="held" style="width: 40px"><button aria-label="Edit">E</button>
</td></tr>
<tr role="row"><td role="gridcell" tabindex="-1" id="one" class="day">1</td><td role="gridcell" tabindex="-1" id="two"
class="day">2</td></tr></table></main></body></html>"""


def test_a_cell_around_a_button_is_no_target_and_a_day_of_a_calendar_is():
    class Handler(Answering):
        def do_GET(self):
            self.send(200, GRID)

    with running(Handler) as url:
        report = scan_source(f"{url}/", plan_for(["target-size"], ()))
    assert {one.target for one in report.findings} == {"#one", "#two"}


TARGETS = """<!doctype html><html lang="en"><head><title>Order</title><style>
.row { display: flex; gap: 2px } .row > * { margin: 0 } .styled { font-size: 11px; padding: 0 2px }
.stretched { width: 200px } .host { position: absolute; clip: rect(0 0 0 0); width: 20px; height: 20px }
.pick input { opacity: 0; position: absolute; width: 14px; height: 14px }
.wide label { display: inline-block; padding: 8px } button, input { transition: all 1s }</style></head><body><main>
<h1>Order</h1>
<div class="row"><button id="plain">Up</button><button id="other">Down</button></div>
<div class="row"><button id="small" class="styled">Up</button><button id="low" class="styled">Down</button></div>
<div class="row"><button id="forced" style="height: 16px; padding: 0">A</button><button id="forced2"
style="height: 16px; padding: 0">B</button></div>
<div class="row"><input type="checkbox" id="one" aria-label="One"><input type="checkbox" id="two"
aria-label="Two"></div>
<div class="row"><input type="checkbox" id="tiny" style="width: 9px; height: 9px" aria-label="One"><input
type="checkbox" id="tiny2" style="width: 9px; height: 9px" aria-label="Two"></div>
<div class="row host"><button class="styled">Skip</button><button class="styled">Next</button></div>
<div class="row pick"><input type="radio" name="r" id="r1"><label for="r1">Red</label><input type="radio" name="r"
id="r2"><label for="r2">Blue</label></div>
<x-part><template shadowrootmode="open"><div style="display: flex"><button style="width: 12px"
id="inner-small">1</button><button style="width: 12px">2</button></div></template></x-part>
</main></body></html>"""


LINKS = """<!doctype html><html lang="en"><head><title>Tides</title><style>
p { color: #222; font: 18px/1.6 sans-serif } a { color: #00688c; text-decoration: none }
#outset { box-shadow: 0 2px #00688c } #inset { box-shadow: inset 0 -.1em 0 currentcolor }
#gradient { background: linear-gradient(#00688c, #00688c) 0 100% / 100% 2px no-repeat }
#after { position: relative } #after::after { content: ""; position: absolute; inset: auto 0 0; height: 2px;
background: currentcolor }
#arrow::after { content: "\\2197" } #bottom { border-bottom: 1px dotted } #ground { background: #8cc8e8 }
#heavy { font-weight: 700 } #inner span { box-shadow: inset 0 -2px #00688c }
#none { box-shadow: none } #clear { box-shadow: inset 0 -2px rgb(0 104 140 / 0) }
#white { box-shadow: inset 0 -2px #fff } #still { box-shadow: 0 0 0 0 #00688c }
#flat { position: relative } #flat::after { content: ""; position: absolute; inset: auto 0 0; height: 2px;
background: currentcolor; transform: scaleX(0) }
</style></head><body><main><h1>Tides</h1>BODY</main></body></html>"""
MARKED = ("outset", "inset", "gradient", "after", "arrow", "bottom", "ground", "heavy", "inner")
UNMARKED = ("none", "clear", "white", "still", "flat")


TOOLTIPS = """<!doctype html><html lang="en"><head><title>Map</title><style>
.tip { position: absolute; width: 80px; height: 20px; background: #ffe } </style></head><body><main><h1>Map</h1>
<p>The mill stands at the river.</p><div role="tooltip" class="tip" id="clear" style="opacity: 0"></div>
<div role="tooltip" id="flat"></div><div role="tooltip" class="tip" id="away" style="left: -999px"></div>
<div role="tooltip" class="tip" id="shown"></div></main></body></html>"""


FRAMES = """<!doctype html><html lang="en"><head><title>Harbour</title></head><body><main><h1>Harbour</h1>
<iframe src="/tooltips" width="0" height="0"></iframe><iframe src="/tooltips" style="position:absolute;left:-900px">
</iframe><iframe src="" width="200" height="80"></iframe><iframe src="/tooltips" style="visibility:hidden"></iframe>
<iframe srcdoc="<script>parent.x = 1</script>" width="200" height="80"></iframe>
<iframe id="shown" src="/tooltips" width="200" height="80"></iframe>
<iframe id="stop" srcdoc="<a href=x>Next</a>" style="width:1px;height:1px"></iframe>
<iframe id="written" srcdoc="<p>High water at noon</p>"></iframe></main></body></html>"""

_GRID = "".join(
    f"<tr>{''.join(f'<td>{letter}</td>' for letter in word)}</tr>" for word in ("BOWS", "KEEL", "OARS", "MAST")
)
_ROWS = "".join(f"<tr><td>Quay {n}</td><td>{n * 12} m</td><td>{n * 3} ships</td></tr>" for n in (1, 2, 3, 4))
TABLES = f"""<!doctype html><html lang="en"><head><title>Quays</title></head><body><main><h1>Quays</h1>
<table>{_GRID}</table>
<table><tr><td></td><th>Length</th><th>Room</th></tr>{_ROWS}</table>
<table>{_ROWS.replace("<td>Q", '<td scope="row">Q')}</table>
<table>{"<tr><td><input aria-label=x></td><td><input aria-label=y></td><td>4</td><td></td></tr>" * 4}</table>
<table id="plain"><tr><td>Quay</td><td>Length</td><td>Room</td></tr>{_ROWS}</table>
<table id="bold"><tr><td><b>1</b></td><td><b>2</b></td><td><b>3</b></td><td><b>4</b></td></tr>{_GRID}</table>
<table id="half"><tr><td>Quay</td><th>Length</th><td>Room</td></tr>{_ROWS}</table></main></body></html>"""

PARTS = """<!doctype html><html lang="en"><head><title>Volume</title></head><body><main><h1>Volume</h1>
<div role="slider" tabindex="0" aria-label="Volume" aria-valuenow="3"><svg role="img" width="9" height="9"><path
d="M0 0h9v9z"/></svg><img src="/a.png" width="9" height="9"><span tabindex="-1">.</span></div>
<img src="" width="30" height="30"><p aria-hidden="yes">Loud</p><button aria-hidden="no">Mute</button>
<div role="slider" tabindex="0" aria-valuenow="3"><img id="unnamed" src="/a.png" width="9" height="9"></div>
<img id="bare" src="/a.png" width="30" height="30"><svg id="alone" role="img" width="9" height="9"><path
d="M0 0h9v9z"/></svg><div role="checkbox" id="link" tabindex="0" aria-checked="true">I read <a href="/a">the
terms</a></div><p id="relevant" aria-live="soon">Quiet</p></main></body></html>"""


@pytest.fixture(scope="module")
def accused():
    words = "the sea rises and falls twice a day and the pull of the moon does most of this as everybody knows"
    link = '<p>{words} <a id="{id}" href="{id}.html"><span>the chapter {id}</span></a> {words}</p>'
    body = "".join(link.format(words=words, id=one) for one in MARKED + UNMARKED)
    pages = {"/targets": TARGETS, "/links": LINKS.replace("BODY", body), "/tooltips": TOOLTIPS}
    pages |= {"/frames": FRAMES, "/tables": TABLES, "/parts": PARTS}

    class Handler(Answering):
        def do_GET(self):
            self.send(200, pages[self.path]) if self.path in pages else self.send(404, "")

    rules = {
        "/targets": ["target-size"],
        "/links": ["link-in-text-block"],
        "/tooltips": ["aria-tooltip-name"],
        "/frames": ["frame-title"],
        "/tables": ["td-has-header"],
        "/parts": ["image-alt", "svg-img-alt", "nested-interactive", "aria-valid-attr-value"],
    }
    found = {}
    with running(Handler) as url:
        for path in pages:
            report = scan_source(f"{url}{path}", plan_for(rules[path], ()))
            found[path] = {one.target for one in report.findings}
    return found


def test_a_target_whose_size_is_that_of_the_browser_or_that_nobody_sees_is_left_alone(accused):
    small = {"#small", "#low", "#forced", "#forced2", "#tiny", "#tiny2"}
    assert {one for one in accused["/targets"] if "x-part" not in one} == small
    assert any("inner-small" in one for one in accused["/targets"])


def test_a_link_is_told_from_its_text_by_any_line_ground_or_sign_that_can_be_seen(accused):
    assert accused["/links"] == {f"#{one}" for one in UNMARKED}


def test_a_tooltip_that_is_empty_counts_once_it_is_shown(accused):
    assert accused["/tooltips"] == {"#shown"}


def test_a_frame_that_has_no_size_or_page_needs_no_title(accused):
    assert accused["/frames"] == {"#shown", "#stop", "#written"}


def test_a_table_with_column_headers_needs_no_more_and_a_puzzle_none(accused):
    assert accused["/tables"] == {"#plain", "#bold", "#half"}


def test_what_lies_in_a_named_slider_has_no_source_or_hides_nothing_is_left_alone(accused):
    assert accused["/parts"] == {"#unnamed", "#bare", "#alone", "#link", "#relevant"}
