import pytest
from hypothesis import given

from journeymapper.analysis.plan_chain import PlanChain, plan_chain
from journeymapper.analysis.soundness import soundness
from journeymapper.model.plan import Plan
from tests.analysis.worked import planned_journeys
from tests.sketches import Shares, any_plans, journey, nested, plan


def test_a_plan_whose_customers_all_come_to_an_end_is_sound() -> None:
    assert soundness(plan_chain(nested())) == ((), (), (), {}, 1.0)


def test_what_the_graph_leaves_out_is_named() -> None:
    steps: dict[str, Shares] = {
        "a": {"b": "50%", "stuck": "10%", "lost": "20%"},
        "b": {"won": "90%", "c": "30%"},
        "c": {},
        "stuck": {"still": "100%"},
        "still": {"stuck": "100%"},
        "apart": {"won": "100%"},
        "alone": {"alone": "100%"},
    }
    found = soundness(plan_chain(plan({"j": journey(steps, starts={"a": "80%"})})))
    assert found.unreachable == ("j/apart", "j/alone")
    assert found.traps == (("j/stuck", "j/still"),)
    assert found.dead_ends == ("j/c",)
    assert {step: round(whole, 9) for step, whole in found.not_whole.items()} == {"j/a": 0.8, "j/b": 1.2}
    assert found.starts == 0.8
    assert not found.sound


@given(planned_journeys())
def test_sound_journeys_are_sound_but_for_their_starts(planned: PlanChain) -> None:
    assert soundness(planned)._replace(starts=1.0).sound


@given(any_plans())
def test_in_sound_plans_every_customer_comes_to_an_end(whole: Plan) -> None:
    for key in whole.journeys:
        planned = plan_chain(whole, key)
        if soundness(planned).sound:
            assert sum(planned.chain.visits[end] for end in planned.chain.ends) == pytest.approx(1)
