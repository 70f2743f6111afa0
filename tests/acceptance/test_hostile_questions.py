"""Whatever is typed into the question box gets a page, and soon."""

import random
import time
from collections.abc import Iterator

from quoth.interop.html import render_html
from quoth.interop.markdown import render_markdown
from quoth.model import decode, encode
from quoth.pipeline import Parts, ask

SECONDS_MAX = 2.0
"""Of this process's time: a machine that is busy with other things makes no question slow."""
_KNEE = "Does taping help patellofemoral pain?"
_WORDS = f"{_KNEE} should my two-year-old not have antibiotics without an ear infection is it under 5 mg or".split()
_PIECES = (
    "knee pain ",
    "(PFP) ",
    "PFP (patellofemoral pain) ",
    "which ",
    "and ",
    "not ",
    "is it ",
    "with ",
    "than ",
    "or, and, ",
    "people with ",
    "in people who have ",
    "adults without ",
    "make my ",
    "because of ",
    "my wife's ",
    "I am a nurse who ",
    "under 6 weeks ",
    "3-year-old ",
    "aged 5 to ",
    "1.5 mg/kg ",
    "-1e999 mg ",
    "1,",
    "1.",
    "9",
    "A.B.C. ",
    "ABCDE ",
    "a?",
    "(",
    ")",
    "[",
    '"',
    "'",
    "\\",
    "<",
    "{",
    "~",
    "^",
    "knee-",
    "knee/pain/",
    "k.n.e.e. ",
    "\u0301",
    "e\u0301",
    "🙂",
    "ſ",
    "\x00",
    "\n",
    " ",
    "\u200b",
    "\u202e",
    "膝の痛み",
    "ألم الركبة ",
    "боль в колене ",
    "\ud800",
)
"""Each many times over: what a rule that looks back too far would choke on."""
_WHOLE = (
    "",
    "(a+)+$" + "a" * 900 + "!",
    "^(.*)*$",
    "(x+x+)+y" + "x" * 500,
    "knee AND (pain OR",
    "title:(knee~0.5^10 *:* /re/",
    "' OR 1=1 --",
    "%s%n{{7*7}}${jndi:ldap://x}",
    "<script>alert(1)</script>",
    "../../../etc/passwd",
    "\r\nSet-Cookie: a=b",
    "=cmd|'/c calc'!A1",
    _KNEE[::-1],
    _KNEE.upper(),
    "\u202e" + _KNEE,
    "\x00".join(_KNEE),
    "2" * 300 + "-year-old with knee pain",
    "; ".join(_WORDS * 20),
    "-".join(_WORDS * 20),
    f"{' ' * 50_000}{_KNEE}",
    "knee pain " * 10_000,
    "a" * 100_000,
)


def _scrambled() -> Iterator[str]:
    drawn = random.Random(7)
    letters = "abcde .,;:?!'\"()[]{}<>|\\/-–“”‘’\u200d\u202e\x00\t\n0123456789éß漢🙂"
    for size in (5, 50, 990) * 10:
        yield "".join(drawn.choice(letters) for _ in range(size))
        yield " ".join(drawn.choice(_WORDS) for _ in range(size // 5))


def test_every_question_gets_a_page_within_two_seconds(starter: Parts) -> None:
    """No traceback, no rule that runs away, and a page that can be kept and printed: 130 ways to type nonsense."""
    asked = [*_WHOLE, *(piece * (2_000 // len(piece)) for piece in _PIECES), *_scrambled()]
    slow = []
    for question in asked:
        began = time.process_time()
        page, verdict = (outcome := ask(question, starter)).page, outcome.verdict
        if (took := time.process_time() - began) > SECONDS_MAX:
            slow.append((question[:40], took))
        assert page == decode(encode(page), type(page))
        render_html(page, verdict, open_passage=None).encode()
        render_markdown(page, verdict).encode()
    assert [] == slow
