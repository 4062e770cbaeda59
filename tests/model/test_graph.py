from journeymapper.model.graph import journey_graph, plan_graph
from tests.sketches import nested


def test_a_journey_as_a_graph() -> None:
    graph = journey_graph(nested().journeys["life"])
    assert list(graph.nodes) == ["meet", "buy", "won", "lost"]
    assert graph.nodes["meet"]["kind"] == "interaction"
    assert graph.nodes["won"]["item"].outcome == "success"
    assert graph.edges["meet", "buy"]["share"] == 0.5
    assert graph.edges["buy", "won"]["share"] is None


def test_a_whole_plan_as_a_graph() -> None:
    graph = plan_graph(nested())
    assert graph.number_of_nodes() == 5
    assert graph.nodes["buying/shop"]["place"] == ("buying", "shop")
    assert graph.nodes["life/lost"]["kind"] == "end"
    assert graph.edges["buying/shop", "life/won"]["share"] == 0.6
