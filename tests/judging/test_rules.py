"""Rules are complete in both languages, every axe rule has an entry, and mistakes in rules are explained."""

import re
import shutil
import tomllib

import pytest

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.content import RULES
from a11ycheck.errors import UsageError
from a11ycheck.facts import FACTS, fact_source
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.rule_files import HEADINGS, placeholders
from a11ycheck.judging.rules import axe_in_force, in_force, read_axe_rules, read_rules, untranslated
from a11ycheck.model import IMPACTS
from a11ycheck.standards import criteria
from a11ycheck.text.words import read_words

OURS = {lang: {rule.id: rule for rule in read_rules(lang)} for lang in ("en", "nl")}
AXES = {lang: read_axe_rules(lang) for lang in ("en", "nl")}
TEXTS = ("why", "who", "repair", "limits")


@pytest.mark.parametrize("rule", OURS["en"])
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_our_rules_are_complete_in_both_languages(rule, lang):
    missing = [name for name in ("en.md", "nl.md") if not (RULES / rule / name).is_file()]
    assert not missing, f"rules/{rule}/{missing[0]} is missing: copy rules/_template/{missing[0]} and write its texts"
    text = OURS[lang][rule].text
    markdown = (RULES / rule / f"{lang}.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)", markdown, re.MULTILINE) == list(HEADINGS[lang].values())
    assert all(getattr(text, name) for name in TEXTS)
    assert text.title != OURS["nl" if lang == "en" else "en"][rule].text.title


@pytest.mark.parametrize("rule", OURS["en"])
def test_messages_have_the_same_placeholders_in_both_languages(rule):
    english, dutch = OURS["en"][rule].text.messages, OURS["nl"][rule].text.messages
    assert {key: placeholders(said) for key, said in english.items()} == {k: placeholders(s) for k, s in dutch.items()}


def test_every_fact_is_a_file_and_every_file_a_fact():
    folder = next(iter(FACTS.values())).parent
    assert {path.name for path in FACTS.values()} == {path.name for path in folder.glob("*.js")}
    assert all("=>" in fact_source(name) for name in FACTS)


def axe_ids():
    """What axe.getRules() would give, read from its script: every rule there is an object with an id and tags."""
    return set(re.findall(r'\{id:"([a-z0-9-]+)"[^{}]*?tags:\[', read_axe().source))


def test_every_rule_of_axe_has_an_entry_in_all_three_files():
    files = [
        tomllib.loads((RULES / "axe" / name).read_text(encoding="utf-8"))
        for name in ("rules.toml", "en.toml", "nl.toml")
    ]
    assert len(axe_ids()) > 100
    assert [sorted(axe_ids() ^ set(file)) for file in files] == [[], [], []]


def test_no_rule_of_ours_takes_the_name_of_one_of_axe_that_runs():
    assert {name for name in OURS["en"] if name in AXES["en"] and AXES["en"][name].run} == set()


@pytest.mark.parametrize("name", AXES["en"])
def test_a_rule_of_axe_says_the_same_in_both_languages(name):
    english, dutch = (AXES[lang][name].rule for lang in ("en", "nl"))
    assert english.messages == dutch.messages
    for key, said in english.text.messages.items():
        assert placeholders(said) == placeholders(dutch.text.messages[key])
        assert (key == "detail") == bool(placeholders(said)), "what stands by itself has no placeholders"
    assert all(text.title and text.why and text.repair for text in (english.text, dutch.text))


@pytest.mark.parametrize("name", AXES["en"])
def test_a_rule_of_axe_that_runs_has_a_criterion_and_one_that_does_not_has_a_reason(name):
    one = AXES["en"][name]
    assert one.rule.impact in IMPACTS
    assert set(one.rule.criteria) <= set(criteria())
    assert one.rule.criteria if one.run else one.reason


def test_level_and_version_choose_the_rules_of_axe():
    chosen = {
        (level, wcag): axe_in_force(AXES["en"], level, wcag) for level in ("A", "AA", "AAA") for wcag in ("2.1", "2.2")
    }
    assert "target-size" in chosen["AA", "2.2"]
    assert "target-size" not in chosen["AA", "2.1"]
    assert "color-contrast" not in chosen["A", "2.2"]
    assert "color-contrast-enhanced" in chosen["AAA", "2.2"]
    assert "color-contrast-enhanced" not in chosen["AA", "2.2"]
    assert chosen["AA", "2.2"]["link-name"].criteria == ("2.4.4", "4.1.2"), "2.4.9 is of level AAA"
    assert chosen["AAA", "2.2"]["link-name"].criteria == ("2.4.4", "2.4.9", "4.1.2")
    assert not any(name in chosen["AAA", "2.1"] for name in ("duplicate-id", "region", "video-caption"))


def test_a_rule_without_a_criterion_is_always_in_force():
    assert "not-rendered" in {rule.id for rule in in_force(OURS["en"].values(), "A", "2.1")}


RULE = 'criteria = ["1.1.1"]\nimpact = "serious"\nneeds = ["links"]\n\n[messages]\nwrong = "failure"\n'
TEXT = "# Title\n\n## Messages\n- `wrong`: This {name} is wrong.\n"


@pytest.fixture
def folder(tmp_path):
    rule = tmp_path / "my-rule"
    rule.mkdir()
    (rule / "rule.toml").write_text(RULE, encoding="utf-8")
    (rule / "check.js").write_text("({ links }) => [];\n", encoding="utf-8")
    (rule / "en.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_rule_of_a_customer_may_have_one_language(folder):
    (rule,) = read_rules("nl", folder)
    assert (rule.id, rule.text.title, rule.check) == ("my-rule", "Title", "({ links }) => []")
    assert rule.en301549 == ("9.1.1.1",)
    assert (untranslated("nl", folder), untranslated("en", folder)) == (("my-rule",), ())


def test_python_in_a_rule_folder_is_left_alone(folder):
    (folder / "my-rule" / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    (folder / "my-rule" / "check.py").write_text("raise SystemExit", encoding="utf-8")
    assert len(read_rules("en", folder)) == 1


@pytest.mark.parametrize(
    ("file", "content", "key"),
    [
        ("rule.toml", None, "rule-file-missing"),
        ("check.js", "// @requires nothing_like_it\n() => []", "rule-script"),
        ("check.js", "// @requires ../state\n() => []", "rule-script"),
        ("check.js", "// @requires state\n() => []", "rule-script"),
        ("rule.toml", "criteria = [", "rule-not-toml"),
        ("rule.toml", RULE.replace("impact", "importance"), "rule-key-unknown"),
        ("rule.toml", RULE.replace("serious", "huge"), "rule-key-value"),
        ("rule.toml", RULE.replace("1.1.1", "1.1.9"), "rule-key-value"),
        ("rule.toml", RULE.replace('["1.1.1"]', '"1.1.1"'), "rule-key-value"),
        ("rule.toml", RULE.replace("links", "everything"), "rule-key-value"),
        ("rule.toml", RULE.replace('"failure"', '"pass"'), "rule-key-value"),
        ("rule.toml", RULE.replace('"failure"', "1"), "rule-key-value"),
        ("rule.toml", RULE.split("[messages]")[0], "rule-key-missing"),
        ("rule.toml", "messages = 1\n", "rule-key-value"),
        ("rule.toml", 'scope = "world"\n' + RULE, "rule-key-value"),
        ("rule.toml", "picture = 1\n" + RULE, "rule-key-value"),
        ("rule.toml", 'scope = "document"\n' + RULE.replace("links", "pdf"), "rule-key-missing"),
        ("rule.toml", 'scope = "document"\nfact = "tags"\n' + RULE, "rule-key-value"),
        ("check.js", None, "rule-file-missing"),
        ("en.md", None, "rule-file-missing"),
        ("en.md", b"\xff\xfe", "rule-file-unreadable"),
        ("en.md", TEXT.replace("# Title", "Title"), "rule-text-title"),
        ("en.md", TEXT + "## Why\nBecause.\n", "rule-text-heading"),
        ("en.md", TEXT.replace("`wrong`", "`other`"), "rule-text-messages"),
        ("en.md", TEXT.replace("- `wrong`", "wrong"), "rule-text-message"),
        ("en.md", TEXT.replace("{name}", "{name"), "rule-text-message"),
        ("en.md", TEXT.replace("{name}", "{name.__class__}"), "rule-text-message"),
    ],
)
def test_a_broken_rule_says_what_is_wrong(folder, file, content, key):
    path = folder / "my-rule" / file
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UsageError) as caught:
        read_rules("en", folder)
    assert caught.value.key == key
    for lang in ("en", "nl"):
        assert "my-rule" in read_words(lang).error(caught.value)


@pytest.mark.parametrize(("name", "key"), [("not-there", "rules-folder-missing"), ("", "rules-folder-empty")])
def test_a_folder_without_rules_says_so(tmp_path, name, key):
    with pytest.raises(UsageError) as caught:
        read_rules("en", tmp_path / name)
    assert caught.value.key == key
    assert str(tmp_path) in read_words("nl").error(caught.value)


def test_a_name_that_is_no_rule_name_says_so(folder):
    (folder / "my-rule").rename(folder / "My Rule")
    with pytest.raises(UsageError) as caught:
        read_rules("en", folder)
    assert caught.value.key == "rule-name"


def test_the_template_is_a_whole_rule(tmp_path):
    shutil.copytree(RULES / "_template", tmp_path / "copied")
    for lang in ("en", "nl"):
        (rule,) = read_rules(lang, tmp_path)
        assert all(getattr(rule.text, name) for name in TEXTS)


def test_the_readme_names_every_fact():
    listed = re.findall(r"^\| `([\w-]+)` \|", (RULES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted([*FACTS, *BEHAVIOURS])
