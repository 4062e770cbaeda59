import pytest

from journeymapper.storage.comments import comments_in


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("a: b # c", ["# c"]),
        ("a: b# c\nd: '# e'\nf: \"# g\"\nh: C#\n", []),
        ("#a\n  #b  \nc: d#e #f\n", ["#a", "#b", "#f"]),
        ("a: |  # b\n  # text\n\n# c\nd: e\n", ["# b", "# c"]),
        ("a: >-\n  text # too\n # b\n", ["# b"]),
        ("a: |  # b", ["# b"]),
        ("a: |+\n  b\n\n\n# c\n", ["# c"]),
        ("a: [b, # c\n  '#d', e#f, # g\n] # h\n", ["# c", "# g", "# h"]),
        ("{a: b}#c", ["#c"]),
        ("a: b\tc\t# d\n", ["# d"]),
        ("--- # a\nb: c\n... # d\n# e", ["# a", "# d", "# e"]),
        ("? a # b\n: c # d\n", ["# b", "# d"]),
        ("é: 😀 # ü # still one\r\nb: c # d\r\n", ["# ü # still one", "# d"]),
        ("a: multi\n  line # c\n", ["# c"]),
    ],
)
def test_a_comment_is_a_hash_that_is_in_no_key_and_no_value(text: str, comments: list[str]) -> None:
    found = comments_in(text)
    assert [comment.text for comment in found] == comments
    assert all(text.startswith(comment.text, comment.start) for comment in found)


def test_a_comment_knows_its_surroundings() -> None:
    beside, apart, below = comments_in("a: b  # beside\n\n  # apart\n   \n# below\nc: d\n")
    assert (beside.column, beside.alone, beside.below_gap, beside.above_gap) == (6, False, False, False)
    assert (apart.column, apart.alone, apart.below_gap, apart.above_gap) == (2, True, True, True)
    assert (below.column, below.alone, below.below_gap, below.above_gap) == (0, True, True, False)
