import re

from journeymapper.rules.registry import RULES

FIRST_SET = [*(f"JM{number}" for number in (*range(101, 110), 111)), *(f"JM{number}" for number in range(201, 207))]


def test_the_first_set_is_there_in_order() -> None:
    assert [rule.number for rule in RULES] == FIRST_SET


def test_names_are_short_words_and_each_its_own() -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name) for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_says_why_in_one_sentence() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[A-Z][^.!?]+\.", rule.why), rule.number
