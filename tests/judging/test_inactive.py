"""Text of controls that are switched off needs no contrast, even where only a class name says that they are."""

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
