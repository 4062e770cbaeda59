import re

from journeymapper.rules.registry import RULES

CATALOGUE = {
    "JM1": range(1, 17),
    "JM2": range(1, 14),
    "JM3": [*range(1, 5), 9, 10],
    "JM4": [*range(1, 5), *range(6, 11)],
    "JM5": [*range(1, 6), 7, 8],
    "JM6": [3, 4, 5],
    "JM7": range(1, 9),
}
ERRORS = {"JM101", "JM102", "JM103", "JM104", "JM105", "JM106", "JM109", "JM111", "JM206", "JM603"}
INFOS = {
    "JM107", "JM113", "JM114", "JM116", "JM208", "JM209", "JM212", "JM303", "JM310", "JM401", "JM402", "JM406", "JM409",
    "JM410", "JM502", "JM503", "JM505", "JM507", "JM508", "JM605", "JM703", "JM704", "JM706", "JM707", "JM708",
}  # fmt: skip


def test_the_catalogue_is_there_in_order() -> None:
    wanted = [f"{group}{number:02}" for group, numbers in CATALOGUE.items() for number in numbers]
    assert [rule.number for rule in RULES] == wanted


def test_rules_weigh_what_the_catalogue_says() -> None:
    assert {rule.number for rule in RULES if rule.severity == "error"} == ERRORS
    assert {rule.number for rule in RULES if rule.severity == "info"} == INFOS


def test_names_are_short_words_and_each_its_own() -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name) for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_says_why_in_one_sentence() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[A-Z][^.!?]+\.", rule.why), rule.number
