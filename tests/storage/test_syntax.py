import pytest

from tests.storage.texts import HEAD, only

CASES = [
    ("a tab before a key", HEAD + "stages:\n\ta: {}\n", 4, 1, "there is a tab in the indentation"),
    ("a tab after spaces", HEAD + "stages:\n  \ta: {}\n", 4, 3, "there is a tab in the indentation"),
    ("a tab in a block text", HEAD + "about: |\n\ttext\n", 4, 1, "there is a tab in the indentation"),
    ("a line too far right", HEAD + "owner: me\n  about: x\n", 4, 3, "'about' is indented further than the line above"),
    ("a line between two depths", HEAD + "stages:\n    a: {}\n  b: {}\n", 5, 3,
     "this line begins after 2 spaces, but the lines above after 0 or 4; align it"),
    ("a colon in a text", HEAD + "about: first: second\n", 3, 13, "there is a second ': ' in this line"),
    ("no space after a colon", HEAD + "owner:me\nabout: x\n", 3, 6,
     "a space is missing after the colon: write 'owner: me'"),
    ("no colon", HEAD + "owner\nabout: x\n", 3, 1, "a colon is missing after 'owner'"),
    ("no colon, deeper", HEAD + "stages:\n  a:\n    title: x\n    goal\n    about: y\n", 6, 5,
     "a colon is missing after 'goal'"),
    ("an open double quote", HEAD + 'about: "x\nowner: y\n', 3, 8, 'the quote (") that is opened here is never closed'),
    ("an open single quote", HEAD + "about: 'x\nowner: y\n", 3, 8, "the quote (') that is opened here is never closed"),
    ("an open quote before another", HEAD + 'about: "x\nowner: "y"\n', 4, 9, "there is more text after the closing \""),
    ("text behind a quote", HEAD + 'about: "x" y\n', 3, 12, 'there is more text after the closing "'),
    ("an open bracket", HEAD + "x-a: [b, c\nowner: y\n", 3, 6, "the '[' that is opened here is not closed with ']'"),
    ("an open bracket at the end", HEAD + "x-a: [", 3, 7, "the file ends between brackets; look for a '[' or '{'"),
    ("an open brace far above", HEAD + "stages: {\n\n# none", 3, 10, "the file ends between brackets"),
    ("an open brace", HEAD + "stages: {a: {title: x}\n", 3, 9, "the '{' that is opened here is not closed with '}'"),
    ("an end between brackets", HEAD + "stages: {a:", 3, 12, "the file ends between brackets"),
    ("an end after a bracket", HEAD + "x-a: [\n", 3, 7, "the file ends between brackets"),
    ("an end in a quote", HEAD + "about: '", 3, 8, "the quote (') that is opened here is never closed"),
    ("no comma", HEAD + "stages: {a: {} b: {}}\n", 3, 16, "a comma or '}' is missing before 'b: {}}'"),
    ("a stray bracket", HEAD + "about: ]\n", 3, 8, "']' is not expected here"),
    ("an at sign", HEAD + "about: @home\n", 3, 8, "a text can't begin with '@'; put it in quotes"),
    ("a backtick", HEAD + "about: `code`\n", 3, 8, "a text can't begin with '`'; put it in quotes"),
    ("a percent sign", HEAD + "about: %x\n", 3, 8, "a text can't begin with '%'; put it in quotes"),
    ("a star", HEAD + "about: *important*\n", 3, 8, "a text can't begin with '*'; put it in quotes"),
    ("an odd escape", HEAD + 'about: "C:\\temp\\qu"\n', 3, 16, "'\\q' means nothing between double quotes"),
    ("half a character", HEAD + 'about: "\\ud800"\n', 3, 11, "this escape is not a whole character"),
    ("a list behind its key", HEAD + "x-a: - b\n", 3, 6, "a list ('- …') begins on a line of its own"),
    ("a list among keys", HEAD + "- a\n", 3, 1, "a list item does not fit the lines above"),
    ("a first line too far right", "  journeymapper: 1\ntitle: x\n", 2, 1,
     "this line is indented less than the first one"),
    ("text behind the end", HEAD + "...\nowner: y\n", 4, 1, "the plan ends at the '...' above this line"),
    ("text behind a bar", HEAD + "about: | text\n", 3, 10, "the text after '|' or '>' begins on the next line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "message"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_broken_syntax_is_told_where_a_person_has_to_change_it(text: str, line: int, column: int, message: str) -> None:
    found = only(text)
    assert (found[0], found[1]) == ("JM005", line), found
    assert message in found[3], found
    assert found[2] == column, found
