"""A platform with a lesson in a frame, whose slides are documents of their own and report progress to a run-time."""

from __future__ import annotations

from tests.command_audits import PAGE

RUNTIME = """<script>
const tell = (what) => { const it = new XMLHttpRequest(); it.open('POST', '/track?' + what, false); it.send(); };
window.API = { LMSInitialize: () => (tell('begin'), 'true'), LMSGetValue: () => '', LMSGetLastError: () => '0',
  LMSSetValue: (name, value) => (tell(name), 'true'), LMSCommit: () => (tell('commit'), 'true'),
  LMSFinish: () => (tell('end'), 'true') };
</script><iframe title="Lesson" width="800" height="500" src="/file/1/begin.html"></iframe>"""
# Some platforms first look up where the lesson begins.
BEGIN = "<!doctype html><title>…</title><script>location.replace('shared/one.html')</script>"
SLIDE = """<!doctype html><html lang="en"><title>Lesson</title><h1>{0}</h1><p>All about {0}, at length.</p>{1}
<a href="/course">Back to the course</a><img src="/lost.png">"""
SAYS = """<script>
const api = parent.API;
api.LMSSetValue('cmi.core.lesson_location', '{0}');
if (api.LMSGetValue('cmi.core.lesson_location') !== '{0}') alert('It was not kept.');
api.LMSCommit('');
addEventListener('pagehide', () => (api.LMSFinish(''), navigator.sendBeacon('/track?bye')));
</script>"""


def replies() -> dict[str, str]:
    """Return what the platform answers, by path."""
    return {
        "/": PAGE.format("Start", '<a href="/course">The course</a>'),
        "/course": PAGE.format("Course", RUNTIME),
        "/file/1/begin.html": BEGIN,
        "/file/1/shared/one.html": SLIDE.format(
            "ladders", '<a href="../two.html">Next</a><script>parent.API.LMSInitialize("")</script>'
        ),
        "/file/1/two.html": SLIDE.format("hedges", '<a href="three.html">Next</a>' + SAYS.format("two")),
        "/file/1/three.html": SLIDE.format("bees", "<p>This is the end of the lesson.</p>" + SAYS.format("three")),
    }
