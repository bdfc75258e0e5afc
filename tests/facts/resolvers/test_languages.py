"""Which language a text is in: long texts are told by their letters, short ones by small words."""

import pytest

from a11ycheck.facts.resolvers.languages import other_language

ENGLISH = (
    "These test rules can be used to write tools that look for faults in pages, and they tell what a tool must find "
    "and what it must leave alone. Whoever writes a tool can hold it against them."
)


@pytest.mark.parametrize(
    ("text", "said", "language", "sure"),
    [
        (ENGLISH, "da", "en", "long"),
        (ENGLISH, "en-GB", "", ""),
        ("Zet de ladder op een vlakke vloer en houd u vast", "en", "nl", "short"),
        ("Ceci est une page pour les élèves du cours", "nl-BE", "fr", "short"),
        ("This is the page that you are looking for", "nl", "en", "short"),
        # short texts that may be either, names, menus, and languages that are alike
        ("Paul put dire comment on tape", "en", "", ""),
        ("Bonne année !", "en", "", ""),
        ("Jan de Vries, Els van der Berg, Piet van Dijk, Joke de Wit, Kees van den Broek, Anna het Hart", "en", "", ""),
        ("Home Courses Profile Settings Dashboard Messages Calendar Grades Files Badges Reports", "nl", "", ""),
        ("Jeg har ikke tid til å vente på deg i dag, og det er for sent å ringe nå.", "da", "", ""),
    ],
)
def test_a_language_is_named_only_when_it_is_sure(text, said, language, sure):
    assert other_language(text, said) == {"language": language, "sure": sure}
