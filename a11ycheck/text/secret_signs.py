"""What tells a secret from other text: the name that it goes by, its shape, and the word that stands before it.

No list of secrets can be complete, so a value counts as a secret for any one of these signs. They err on the safe side
in the values of parameters, which a page rarely needs to be found again, and on the side of the reader in paths, ids
and running text: there a UUID or a short id stays, because it is what a page or an element is found by.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, unquote_plus

_NAME_WORDS = frozenset([
    "actor", "activation", "assertion", "auth", "authorization", "bearer", "challenge", "checksum", "code", "cookie",
    "credential", "credentials", "digest", "hash", "hmac", "invitation", "invite", "jwt", "key", "lti", "magic", "mail",
    "nonce", "oauth", "otp", "pass", "pin", "pwd", "pw", "psw", "reset", "saml", "samlart", "sid", "sig", "state",
    "sso", "ticket", "verifier", "verify", "wachtwoord",
])  # fmt: skip
"""Parameters of these names carry secrets or a person's address; in running text the same words are innocent."""
_NAME_PARTS = re.compile(
    r"token|passw|passphrase|passcode|passkey|secret|sesskey|sessid|session|signature|apikey|authorization|credential"
    r"|jwt|csrf|xsrf|email|ltik|wachtwoord|pincode|toegangscode|inlogcode|kennwort|motdepasse|contrasena"
)
"""Also in running text these name a secret."""
_PARAMETER_PARTS = re.compile(
    r"saml|relaystate|loginhint|username|loginname|gebruikersnaam|assertion|uitnodig|geheim|otp$|magiclink|accesskey"
    r"|privatekey|lisperson|personname|fullname"
)
_PERSON = frozenset(["user", "person", "learner", "student", "session", "actor", "visitor", "sess", "s"])

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_RUN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_UUID = re.compile(r"\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?", re.IGNORECASE)
_HEX = re.compile(r"(?=[0-9a-f]*[a-f])(?=[a-f]*[0-9])[0-9a-f]+|(?=[0-9A-F]*[A-F])(?=[A-F]*[0-9])[0-9A-F]+")
_PIECE = re.compile(r"[A-Za-z0-9]+")
_FILE = re.compile(
    r"\.(?:html?|xhtml|php|aspx?|jsp|png|jpe?g|gif|svg|webp|avif|ico|css|m?js|json|xml|woff2?|ttf|mp[34]|m4[av]|webm"
    r"|vtt|srt|pdf|docx|pptx|xlsx|odt|odp|epub|h5p|zip|swf)$",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"(?:lesson|course|unit|module|page|slide|activity|item|topic|chapter|section|content|block|quiz|scene|les|cursus"
    r"|hoofdstuk|onderdeel|opdracht)(?:s|es|sen|ies|zes)?",
    re.IGNORECASE,
)
"""What a learner can open: the id after such a word is how it is found."""
_SLUG = re.compile(r"[a-z]{2,}(?:[-_][a-z]{2,})+")
_ACTIONS = frozenset([
    "accept", "account", "all", "begin", "confirm", "confirmation", "course", "courses", "create", "decline", "done",
    "edit", "email", "error", "expired", "form", "group", "groups", "home", "index", "invitation", "invite", "link",
    "links", "list", "login", "magic", "mail", "member", "members", "new", "overview", "password", "phone", "request",
    "reset", "send", "sent", "set", "start", "status", "step", "success", "token", "tokens", "user", "users", "verify",
    "verification", "view", "wachtwoord",
])  # fmt: skip
AFTER_WORD = re.compile(
    r"(?<![\w.-])((?:accept|account|user|users|auth|login|email|password|forgot)?[-_]?"
    r"(?:invite|invites|invitation|invitations|uitnodiging|uitnodigingen|reset|verify|verification|verifieer|token"
    r"|tokens|magic|confirm|confirmation|bevestig|unsubscribe|afmelden|activate|activation|activeer|recover|unlock|otp"
    r"|passcode|optin|opt-in|magiclink|tokenpluginfile\.php)(?:[-_]?(?:link|login|password|email|code|token))?)"
    r"((?:/[^/?#\s\"'<>&;]{1,2000}){1,4})",
    re.IGNORECASE,
)
"""A step of a path after which secrets come, and the steps after it."""


def is_secret(name: str) -> bool:
    """Return whether a parameter or a field of this name may carry a secret or a person's address."""
    name = _plain_name(name)
    if _is_telling(name) or _PARAMETER_PARTS.search(_letters(name)):
        return True
    return _letters(name) in _NAME_WORDS or not _NAME_WORDS.isdisjoint(word.lower() for word in _WORD.findall(name))


def is_telling(name: str) -> bool:
    """Return whether this is the name of a secret in running text too."""
    return _is_telling(_plain_name(name))


def is_random_value(value: str, name: str = "") -> bool:
    """Return whether the value of a parameter of this name is long and looks random.

    A UUID is an address where its name says so ("courseId"), unless that is a person's.
    """
    value = decoded(value)
    if _UUID.fullmatch(value):
        words = [word.lower() for word in _WORD.findall(name)]
        is_id = name.lower().endswith(("id", "uuid", "guid")) or is_content(name)
        return not is_id or not _PERSON.isdisjoint(words) or name.lower().startswith(("user", "learner", "sess"))
    return any(_is_random(word, hex_=16, mixed=16, two=20) for word in re.split(r"[^\w~-]+", value))


def is_random_word(word: str) -> bool:
    """Return whether a step of a path, an id or a word is so long and random that it names nothing a reader knows."""
    return len(word) >= 24 and not _UUID.fullmatch(word) and _is_random(word, hex_=32, mixed=24, two=32)


def hidden_steps(steps: str, hidden: str) -> str:
    """Return the steps of a path ("/a/b") that come after a telling word, those that may be secrets hidden."""
    return "/".join(hidden if step and _is_opaque(step) else step for step in steps.split("/"))


def is_content(name: str) -> bool:
    """Return whether a step of a path or a parameter names what a learner can open, such as "lessons"."""
    return _CONTENT.fullmatch(name) is not None


def is_file_name(step: str) -> bool:
    """Return whether a step of a path is the name of a file, which is kept whatever it looks like."""
    return _FILE.search(step) is not None


def decoded(text: str) -> str:
    """Return a text without percent-encoding, however often it was encoded."""
    for _ in range(3):
        if "%" not in text:
            break
        text = unquote(text)
    return text


def _is_opaque(step: str) -> bool:
    step = decoded(step)
    if len(step) < 4 or step.lower() in _ACTIONS or is_file_name(step):
        return False
    return not _SLUG.fullmatch(step)


def _is_random(word: str, *, hex_: int, mixed: int, two: int) -> bool:
    """Return whether a word looks random: a hash from so many digits on, other text by how its characters change.

    `mixed` is the least length of one with small letters, capitals and digits, `two` that of one with two of them.
    In words that people make ("btnNextSlide2"), letters of one kind stand together; in random ones they do not.
    """
    bare = word.replace("-", "").replace("_", "")
    if len(bare) >= hex_ and _HEX.fullmatch(bare):
        return True
    longest = max(_PIECE.findall(word), key=len, default="")
    if len(longest) < 12:
        return False
    kinds = sum(re.search(kind, longest) is not None for kind in ("[a-z]", "[A-Z]", "[0-9]"))
    runs = len(longest) / len(_RUN.findall(longest))
    if kinds == 3:
        return len(word) >= mixed and runs < 3.2
    return kinds == 2 and len(word) >= two and runs < 2.7


def _plain_name(name: str) -> str:
    name = unquote_plus(decoded(name[:200]))
    return name if name.isascii() else unicodedata.normalize("NFKC", name)


def _letters(name: str) -> str:
    letters = "".join(filter(str.isalpha, name)).lower()
    return letters if letters.isascii() else unicodedata.normalize("NFD", letters).encode("ascii", "ignore").decode()


def _is_telling(name: str) -> bool:
    return _NAME_PARTS.search(_letters(name)) is not None
