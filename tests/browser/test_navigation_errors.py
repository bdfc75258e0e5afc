"""How long a server asks to wait before the next request."""

from a11ycheck.browser.navigation_errors import retry_after


def test_what_retry_after_says():
    assert retry_after("7") == 7
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert retry_after("soon") is None
    assert retry_after("") is None
