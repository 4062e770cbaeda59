import difflib

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.cli.patch import patch

TEXTS = st.lists(st.sampled_from([*"abcdefgh", "", "ü", " "]), max_size=30).map(
    lambda lines: "".join(f"{x}\n" for x in lines)
)


def applied(before: str, text: str) -> str:
    """The text before with a patch applied, line by line; every context line must fit."""
    lines, result, position = before.splitlines(keepends=True), [], 0
    for line in text.splitlines(keepends=True)[2:]:
        if line.startswith("@@"):
            start, _, size = line.split()[1][1:].partition(",")
            begin = int(start) - (0 if size == "0" else 1)
            result += lines[position:begin]
            position = begin
            continue
        if line[0] in " -":
            assert lines[position] == line[1:]
            position += 1
        if line[0] in " +":
            result.append(line[1:])
    return "".join([*result, *lines[position:]])


@given(TEXTS, TEXTS)
def test_a_patch_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    text = patch("plan", before, after)
    assert bool(text) == (before != after)
    assert applied(before, text) == after


def test_it_looks_as_everybody_knows_it() -> None:
    before = "".join(f"{number}\n" for number in range(40))
    after = before.replace("\n7\n", "\nseven\n").replace("\n20\n", "\n").replace("\n33\n", "\n33\nmore\n")
    expected = difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), "plan", "plan")
    assert patch("plan", before, after) == "".join(expected)


def test_a_missing_line_end_is_told() -> None:
    assert patch("plan", "a", "a\n") == "--- plan\n+++ plan\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"
