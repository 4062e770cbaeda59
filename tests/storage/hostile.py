"""Files that are bad on purpose or by accident, each with the rules and lines that must be told; else it is a plan."""

from __future__ import annotations

from typing import NamedTuple

HEAD = "journeymapper: 1\ntitle: x\n"
LFS = "version https://git-lfs.github.com/spec/v1"
MANY = "".join(f"k{n}: 1\n" for n in range(300))


class Hostile(NamedTuple):
    """A file behind the first two lines of a plan (or `alone`), and what is told about it as (rule, line)."""

    name: str
    text: str | bytes
    told: tuple[tuple[str, int], ...] = ()
    alone: bool = False

    @property
    def data(self) -> bytes:
        """The bytes of the whole file."""
        text = self.text.encode("utf-8") if isinstance(self.text, str) else self.text
        return text if self.alone else HEAD.encode() + text


def _bomb(levels: int) -> str:
    lines = ["x-a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"x-a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


HOSTILE = (
    # anchors, aliases, merge keys
    Hostile("an anchor", "about: &a text\n", (("JM006", 3),)),
    Hostile("an alias", "x-a: &a 1\nx-b: *a\n", (("JM006", 3), ("JM006", 4))),
    Hostile("an alias in what is no key", "x-a: &a 1\nTitle:\n  - *a\n", (("JM006", 3), ("JM010", 4), ("JM006", 5))),
    Hostile("an alias to nothing", "about: *nothing\n", (("JM006", 3),)),
    Hostile("an alias of itself", "x-a: &a [*a]\n", (("JM006", 3), ("JM006", 3))),
    Hostile("an anchor on a key", "&a about: text\n", (("JM006", 3),)),
    Hostile("an alias as a key", "x-a: &a b\nx-b: {*a : 1}\n", (("JM006", 3), ("JM006", 4), ("JM006", 4))),
    Hostile("a bomb of aliases", _bomb(9), (("JM006", 3), *[("JM006", 4 + n // 10) for n in range(80)])),
    Hostile("a merge key", "x-a: &a {b: 1}\nstages: {c: {<<: *a}}\n", (("JM006", 3), ("JM006", 4), ("JM006", 4))),
    Hostile("a quoted merge key is a key", "stages: {c: {'<<': 1}}\n", (("JM010", 3),)),
    Hostile("a merge key at the root", "<<: {owner: me}\n", (("JM006", 3),)),
    # tags and directives
    Hostile("a tag that runs programs", "x-a: !!python/object/apply:os.system ['true']\n", (("JM006", 3),)),
    Hostile("a tag that makes objects", "x-a: !!python/object:os.environ {}\n", (("JM006", 3),)),
    Hostile("a core tag", "about: !!str text\n", (("JM006", 3),)),
    Hostile("a wrong core tag", "volume: !!int many\n", (("JM006", 3), ("JM012", 3))),
    Hostile("a tag on a map", "stages: !!null {a: {}}\n", (("JM006", 3),)),
    Hostile("a local tag", "about: !mine text\n", (("JM006", 3),)),
    Hostile("a verbatim tag", "about: !<tag:yaml.org,2002:str> text\n", (("JM006", 3),)),
    Hostile("binary", "x-a: !!binary '@@@'\n", (("JM006", 3),)),
    Hostile("the non-specific tag", "about: ! text\n", (("JM006", 3),)),
    Hostile("a tag on a key", "!!str about: text\n", (("JM006", 3),)),
    Hostile("an undefined handle", "about: !e!x text\n", (("JM005", 3),)),
    Hostile("a version directive", "%YAML 1.1\n---\njourneymapper: 1\ntitle: x\n", (("JM006", 1),), alone=True),
    Hostile("a version that is none", "%YAML 3.0\n---\njourneymapper: 1\n", (("JM005", 1),), alone=True),
    Hostile("two version directives", "%YAML 1.2\n%YAML 1.2\n---\njourneymapper: 1\n", (("JM005", 2),), alone=True),
    Hostile("a tag directive", "%TAG ! tag:x,2000:\n---\njourneymapper: 1\ntitle: x\n", (("JM006", 1),), alone=True),
    Hostile("an unknown directive", "%FOO bar\n---\njourneymapper: 1\ntitle: x\n", (("JM005", 1),), alone=True),
    # documents
    Hostile("a document start", "---\njourneymapper: 1\ntitle: x\n", alone=True),
    Hostile("a second document", "---\nowner: me\n", (("JM006", 3),)),
    Hostile("a document end", "...\n"),
    Hostile("text after a document end", "...\nowner: me\n", (("JM005", 4),)),
    Hostile("an empty file", "", (("JM003", 1),), alone=True),
    Hostile("spaces and line feeds", " \n\n  \n", (("JM003", 1),), alone=True),
    Hostile("only comments", "# a\n# b\n", (("JM003", 1),), alone=True),
    Hostile("only a document start", "---\n", (("JM003", 2),), alone=True),
    Hostile("a text", "just a text\n", (("JM003", 1),), alone=True),
    Hostile("a list", "- a\n- b\n", (("JM003", 1),), alone=True),
    Hostile("an empty map", "{}\n", (("JM003", 1),), alone=True),
    Hostile("another YAML file", "name: build\non: [push]\n", (("JM003", 1),), alone=True),
    Hostile("JSON", '{"journeymapper": 1, "title": "x"}', alone=True),
    Hostile("null", "null\n", (("JM003", 1),), alone=True),
    Hostile("an odd first key", "? [a, b]\n: c\n", (("JM006", 1),), alone=True),
    # keys
    Hostile("a key twice", "owner: me\nowner: you\n", (("JM007", 4),)),
    Hostile("a key twice between brackets", "stages: {a: {title: b, title: c}}\n", (("JM007", 3),)),
    Hostile("a key twice, once in quotes", "owner: me\n'owner': you\n", (("JM007", 4),)),
    Hostile("a key three times", "owner: a\nowner: b\nowner: c\n", (("JM007", 4), ("JM007", 5))),
    Hostile("a list as a key", "? [a, b]\n: c\n", (("JM006", 3),)),
    Hostile("a map as a key", "x-a: {{a: b}: c}\n", (("JM006", 3),)),
    Hostile("a null as a key", "stages: {~: {title: x}}\n", (("JM013", 3),)),
    Hostile("an empty key", "stages: {'': {title: x}}\n", (("JM013", 3),)),
    Hostile("no key", ": value\n", (("JM005", 3),)),
    Hostile("a number as a key", "stages: {1: {title: x}}\n", (("JM013", 3),)),
    Hostile("a boolean word as an id", "stages: {no: {title: x}, on: {}, y: {}}\n"),
    Hostile("a key of a thousand letters", f"{'k' * 1000}: v\n", (("JM010", 3),)),
    Hostile("a key that is too long for YAML", f"{'k' * 1100}: v\n", (("JM005", 3),)),
    Hostile("a key over two lines", "'own\n  er': me\n", (("JM005", 3),)),
    Hostile("an x-key that is none", "x: 1\nX-a: 2\n", (("JM010", 3), ("JM010", 4))),
    # numbers, dates, scalars of other YAMLs
    Hostile("a number without end", f"volume: {'9' * 5000}\n", (("JM012", 3),)),
    Hostile("a hexadecimal number without end", f"x-a: 0x{'f' * 100_000}\n"),
    Hostile("a float beyond all floats", "x-a: 1e99999\nx-b: .inf\nx-c: .nan\n"),
    Hostile("an infinite volume", "volume: .inf\n", (("JM012", 3),)),
    Hostile("not a number", "journeys: {a: {interactions: {b: {feeling: .nan}}}}\n", (("JM012", 3),)),
    Hostile("an octal number", "volume: 0o17\n", (("JM012", 3),)),
    Hostile("a number with underscores", "volume: 1_000\n"),
    Hostile("a date that is none", "review_by: 2024-02-30\n", (("JM012", 3),)),
    Hostile("a month that is none", "review_by: 2024-13-45\n", (("JM012", 3),)),
    Hostile("a time that is none", "x-a: 25:61:61\n"),
    Hostile("a date under one's own key", "x-a: 2024-02-30\n"),
    Hostile("texts that look like others", "about: no\nowner: 2024\npromise: 12:30\n"),
    Hostile("a boolean of YAML 1.1", "journeys: {a: {interactions: {b: {moment_of_truth: yes}}}}\n"),
    Hostile("a share beyond all shares", f"segments: {{a: {{share: {'9' * 400}%}}}}\n", (("JM012", 3),)),
    Hostile("a range backwards", "segments: {a: {share: 60%..40%}}\n", (("JM012", 3),)),
    Hostile("a duration of ages", "journeys: {a: {interactions: {b: {takes: 1e308y}}}}\n", (("JM012", 3),)),
    # depth, width, length
    Hostile("brackets without end", f"x-a: {'[' * 100_000}\n", (("JM008", 3),)),
    Hostile("braces without end", f"x-a: {'{a: ' * 20_000}\n", (("JM008", 3),)),
    Hostile("a list in a list in a list", f"x-a:\n{'- ' * 2000}a\n", (("JM008", 4),)),
    Hostile("a stair", "".join(f"{' ' * n}a:\n" for n in range(1, 400)), (("JM005", 3),)),
    Hostile("a stair below a key", "x-a:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 400)), (("JM008", 36),)),
    Hostile("question marks without end", f"{'? ' * 5000}\n", (*[("JM006", 3)] * 33, ("JM008", 3))),
    Hostile("a wide map", "x-a: {" + ", ".join(f"k{n}" for n in range(100_002)) + "}\n", (("JM008", 3),)),
    Hostile("a wide list", "x-a: [" + "a, " * 100_002 + "]\n", (("JM008", 3),)),
    Hostile("a line without end", f"about: {'x' * 1_100_000}\n", (("JM008", 3),)),
    Hostile("a comment without end", f"# {'x' * 1_100_000}\n", (("JM008", 3),)),
    Hostile("many small comments", "# a\n" * 200_000),
    Hostile("many wrong keys", MANY, (*[("JM010", n) for n in range(3, 103)], ("JM016", 102))),
    # encodings and signs
    Hostile("Latin-1", "about: Caf\xe9\n".encode("latin-1"), (("JM002", 3),)),
    Hostile("half a character at the end", "about: é".encode()[:-1], (("JM002", 3),)),
    Hostile("an overlong encoding", b"about: \xc0\xaf\n", (("JM002", 3),)),
    Hostile("a surrogate in UTF-8", b"about: \xed\xa0\x80\n", (("JM002", 3),)),
    Hostile("UTF-16", (HEAD + "a: b\n").encode("utf-16"), (("JM002", 1),), alone=True),
    Hostile("UTF-16 without a mark", (HEAD + "a: b\n").encode("utf-16-le"), (("JM002", 1),), alone=True),
    Hostile("UTF-32", (HEAD + "a: b\n").encode("utf-32"), (("JM002", 1),), alone=True),
    Hostile("a byte order mark", b"\xef\xbb\xbf" + HEAD.encode(), alone=True),
    Hostile("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + HEAD.encode(), (("JM002", 1),), alone=True),
    Hostile("a byte order mark in the middle", "about: a\ufeffb\n", (("JM002", 3),)),
    Hostile("NUL", "about: a\0b\n", (("JM002", 3),)),
    Hostile("escape sequences", "about: \x1b[31mred\n", (("JM002", 3),)),
    Hostile("DEL and C1", "about: a\x7fb\nowner: a\x9fb\n", (("JM002", 3), ("JM002", 4))),
    Hostile("NEL", "about: a\x85b\n", (("JM002", 3),)),
    Hostile("a line separator in quotes", 'about: "a\u2028b"\n', (("JM002", 3),)),
    Hostile("no character at all", "about: a\uffffb\n", (("JM002", 3),)),
    Hostile("an escaped surrogate", 'about: "\\ud800"\n', (("JM005", 3),)),
    Hostile("an escaped character beyond all", 'about: "\\U00110000"\n', (("JM005", 3),)),
    Hostile("escaped control characters", 'about: "\\0\\a\\e\\x7f\\u2028"\n'),
    Hostile("invisible signs", "about: a\u200b\u202eb\u2066c\n"),
    Hostile("wide signs in place of YAML's", "stages：\n", (("JM005", 3),)),
    Hostile("no-break spaces as indentation", "stages:\n\u00a0\u00a0a: {}\n", (("JM010", 4),)),
    Hostile("letters upon letters", "about: a" + "\u0301" * 10_000 + "\n"),
    Hostile("carriage returns", "owner: me\r\nabout: x\r\n"),
    Hostile("only carriage returns", HEAD.replace("\n", "\r"), (("JM002", 1),), alone=True),
    Hostile("a lone carriage return", "about: a\rb\n", (("JM002", 3),)),
    Hostile("no last line feed", "about: |\n  a\n  b"),
    # tabs, indentation, quotes, brackets
    Hostile("a tab as indentation", "stages:\n\ta: {}\n", (("JM005", 4),)),
    Hostile("a tab behind a colon", "about:\ttext\n"),
    Hostile("a tab before a comment", "about: text\t# said\n"),
    Hostile("a tab between brackets", "stages: {\n\ta: {}}\n"),
    Hostile("a tab in a block text", "about: |\n\ttext\n", (("JM005", 4),)),
    Hostile("a line too far left", "stages:\n    a: {}\n  b: {}\n", (("JM005", 5),)),
    Hostile("a line too far right", "owner: me\n  about: x\n", (("JM005", 4),)),
    Hostile("a quote that is not closed", 'about: "a\nowner: b\n', (("JM005", 3),)),
    Hostile("a bracket that is not closed", "x-a: [a, b\nowner: c\n", (("JM005", 3),)),
    Hostile("a brace that is not closed at the end", "stages: {a: {", (("JM005", 3),)),
    Hostile("brackets that do not fit", "x-a: [a, {b: c]}\n", (("JM005", 3),)),
    Hostile("a bracket too many", "x-a: [a]]\n", (("JM005", 3),)),
    Hostile("a comma too many", "stages: {a: {},, b: {}}\n", (("JM005", 3),)),
    Hostile("a value that begins with a sign", "about: @home\n", (("JM005", 3),)),
    Hostile("a value that begins with a per cent", "about: %x\n", (("JM005", 3),)),
    Hostile("a text with a colon", "about: a: b\n", (("JM005", 3),)),
    Hostile("a comment without a space", "about: a#b\n"),
    # block texts
    Hostile("a block text with a digit", "about: |2\n    text\n"),
    Hostile("a block text with a wrong digit", "about: |0\n  text\n", (("JM005", 3),)),
    Hostile("a block text with all signs", "about: |+2\n   text\n\n\nowner: >-\n  a\n  b\n"),
    Hostile("a block text that is empty", "about: |\nowner: >+\n"),
    Hostile("a block text behind which there is more", "about: | text\n", (("JM005", 3),)),
    Hostile("a block text less indented than its first line", "about: |\n    a\n  b\n", (("JM005", 5),)),
    Hostile("comments in a block text", "about: |\n  a\n  # no comment\n# a comment\n"),
    # what other programs leave behind
    Hostile("conflict marks", "<<<<<<< ours\na: a\n=======\na: b\n>>>>>>> theirs\n", (("JM004", 3), ("JM004", 7))),
    Hostile("conflict marks in a text", "about: |\n  <<<<<<< ours\n  >>>>>>> theirs\n"),
    Hostile("a Git LFS pointer", f"{LFS}\noid sha256:4d7a\nsize 12345\n", (("JM003", 1),), alone=True),
    Hostile("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", (("JM002", 1),), alone=True),
    Hostile("a web page", "<!DOCTYPE html>\n<html><body>404</body></html>\n", (("JM003", 1),), alone=True),
    Hostile("zeros", bytes(4096), (("JM002", 1),), alone=True),
    Hostile("a newer plan", "journeymapper: 2\ntitle: x\nnew: {}\n", (("JM009", 1),), alone=True),
    Hostile("a version without end", f"journeymapper: {'9' * 5000}\ntitle: x\n", (("JM009", 1),), alone=True),
    Hostile("a variant of itself", "extends: hostile.journey.yaml\n", (("JM015", 3),)),
    Hostile("a variant of a device", "extends: /dev/zero\n", (("JM015", 3),)),
    Hostile("a variant of a NUL", 'extends: "a\\0b"\n', (("JM015", 3),)),
)  # fmt: skip
