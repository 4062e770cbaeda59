from journeymapper.model.frozen import FrozenMap
from journeymapper.model.interaction import End, Link
from journeymapper.storage.recognising import renamed

A, B = End(title="A", outcome="success", value=None), End(title="B", outcome="failure")


def test_the_same_value_is_the_same_item_wherever_it_stands() -> None:
    assert renamed({"a": A, "b": B}, {"new": Link(), "c": B, "a": A}) == {"c": "b"}
    links = Link(), Link()
    assert renamed({"a": links[0], "b": links[1]}, {"c": links[1], "b": links[1]}) == {}
    assert renamed({"a": links[0], "b": links[1]}, {"d": links[1], "c": links[0]}) == {"d": "b", "c": "a"}


def test_most_facts_make_an_item_and_half_of_them_do_not() -> None:
    fuller = A.model_copy(update={"advocate": True})
    assert renamed({"a": A}, {"c": fuller}) == {"c": "a"}
    assert renamed({"a": A}, {"c": End(title="C", outcome="success")}) == {}
    assert renamed({"a": End()}, {"c": End()}) == {}


def test_no_item_is_found_twice() -> None:
    assert renamed({"a": "later"}, {"b": "later", "c": "later"}) == {"b": "a"}
    assert renamed(FrozenMap({"a": A}), FrozenMap({"b": A.model_copy(), "c": A.model_copy()})) == {"b": "a"}


def test_many_items_that_came_and_went_are_told_apart_by_value_alone() -> None:
    before = {f"a{number}": End(title=f"{number}") for number in range(200)}
    after = {f"b{number}": End(title=f"{number}") for number in range(200)}
    assert renamed(before, after) == {}
    assert renamed(before, {key.replace("a", "c"): value for key, value in before.items()}).keys() == {
        key.replace("a", "c") for key in before
    }


def test_numbers_and_the_like_are_the_same_item_only_in_the_same_place() -> None:
    assert renamed({"a": True, "b": True}, {"c": True}) == {}
    assert renamed({"a": True, "b": True}, {"a": True, "c": True}) == {"c": "b"}
    assert renamed({"a": True, "b": True}, {"a": True, "c": False}) == {}
