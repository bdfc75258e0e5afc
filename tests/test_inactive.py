"""Text of what is switched off needs no contrast, also where only its author's class says that it is."""

from fixtures.sites.serving import Answering, running
from tests.scanning import look, plan_for

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
        report = look(f"{url}/", plan_for(["color-contrast"], ()))
    assert [one.target for one in report.findings if one.outcome == "failure"] == ["#on", "#used", "#word"]
