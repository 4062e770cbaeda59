import errno
from pathlib import Path

import pytest

from journeymapper.errors import PlanUnreadable
from journeymapper.storage.source import LONGEST_LINE, MOST_LINES, decode, encode, read_bytes
from tests.storage.texts import HEAD, document, findings, only
from tools.campaigns.trap import Trap, late_refusal, refusal


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("text", ["a: é\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\r\nb: 2", "a: 1\nb: 2\r\nc: 3\n", "a: 1"])
def test_the_bytes_of_a_text_come_back(text: str, bom: bytes) -> None:
    data = bom + text.encode()
    source, wrong = decode(data)
    assert not wrong
    assert source is not None
    assert source.text.endswith("\n")
    assert encode(source.text, bom=source.bom, newline=source.newline, open_ended=source.open_ended) == data


def test_line_ends_of_one_kind_are_remembered() -> None:
    assert document(HEAD.replace("\n", "\r\n")).newline == "\r\n"
    assert document(b"\xef\xbb\xbf" + HEAD.encode()).bom


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(coding: str) -> None:
    rule, line, column, message = only(HEAD.encode(coding))
    assert (rule, line, column) == ("JM002", 1, 1)
    assert "UTF-16" in message


def test_latin_1_is_told_at_its_place_with_what_it_may_have_been() -> None:
    assert only(b"journeymapper: 1\ntitle: Caf\xe9 au lait\n") == (
        "JM002", 2, 11,
        "there is a byte that is not UTF-8 (in Latin-1 it would be 'é'); save the file as UTF-8 in your text editor",
    )  # fmt: skip


def test_a_file_that_ends_inside_a_character_says_so() -> None:
    assert "ends in the middle of a character" in only("title: é".encode()[:-1])[3]


@pytest.mark.parametrize(
    ("sign", "name"),
    [("\x00", "U+0000"), ("\x1b", "U+001B"), ("\x85", "U+0085"), ("\u2028", "line separator"),
     ("\ufeff", "byte order mark"), ("\r", "carriage return")],
)  # fmt: skip
def test_characters_that_no_text_needs_are_told_with_their_place(sign: str, name: str) -> None:
    rule, line, column, message = only(HEAD + f"about: a{sign}b\n")
    assert (rule, line, column) == ("JM002", 3, 9)
    assert name in message


def test_all_such_characters_are_told_at_once() -> None:
    assert [found[1] for found in findings(HEAD + "about: \x07\nowner: \x07\n")] == [3, 4]


def test_an_unfinished_merge_is_told_at_its_marks() -> None:
    text = HEAD + "<<<<<<< ours\nabout: a\n=======\nabout: b\n>>>>>>> theirs\n"
    assert [(rule, line) for rule, line, *_ in findings(text)] == [("JM004", 3), ("JM004", 7)]


def test_a_line_of_equal_signs_is_no_conflict() -> None:
    assert not findings(HEAD + "about: |\n  Title\n  =======\n")


def test_a_git_lfs_pointer_is_named() -> None:
    text = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    assert only(text)[3] == "this is a Git LFS pointer, not the plan itself; run 'git lfs pull'"


def test_an_endless_line_is_refused() -> None:
    assert only(HEAD + "about: " + "x" * LONGEST_LINE + "\n")[:2] == ("JM008", 3)
    assert only(HEAD + "#\n" * MOST_LINES)[0] == "JM008"


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04....", b"\x89PNG\r\n", b"\x1f\x8b\x08"])
def test_well_known_files_are_not_taken_for_plans(data: bytes) -> None:
    assert only(data)[3] == "the file is not text; a plan is a YAML file named *.journey.yaml"


@pytest.mark.parametrize("call", ["open", "fstat", "read"])
def test_a_disk_that_fails_while_reading_is_told(tmp_path: Path, call: str) -> None:
    path = tmp_path / "plan.journey.yaml"
    path.write_text(HEAD, encoding="utf-8")
    with Trap(call, 1, refusal(errno.ESTALE)), pytest.raises(PlanUnreadable, match="the network drive does not answer"):
        read_bytes(path)
    with Trap("close", 1, late_refusal(errno.EIO)):
        assert read_bytes(path) == HEAD.encode()
