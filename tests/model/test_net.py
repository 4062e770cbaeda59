from journeymapper.model.flatten import flatten
from journeymapper.model.net import flat_net, journey_net
from journeymapper.model.queries import dominators, loops, reachable
from journeymapper.model.ways import likeliest_path
from tests.sketches import journey, nested, plan


def test_the_net_of_a_journey() -> None:
    net = journey_net(nested().journeys["life"])
    assert net.starts == {"meet": 1.0}
    assert net.links == {"meet": {"buy": 0.5, "lost": 0.5}, "buy": {"won": None, "lost": None}}
    assert tuple(net.ends) == ("won", "lost")
    assert tuple(net.successes) == ("won",)


def test_what_is_not_there_is_left_out() -> None:
    net = journey_net(plan({"j": journey({"a": {"gone": "50%"}}, starts={"gone": "100%"})}).journeys["j"])
    assert net.starts == {}
    assert net.links == {"a": {}}


def test_a_flattened_plan_answers_the_same_questions() -> None:
    net = flat_net(nested(), flatten(nested()))
    assert reachable(net) == {*net.links, *net.ends}
    assert dominators(net) == ("life/meet", "buying/shop")
    assert loops(net) == (("buying/look", "buying/shop"),)
    assert likeliest_path(net, net.successes) == ("life/meet", "buying/shop", "life/won")
