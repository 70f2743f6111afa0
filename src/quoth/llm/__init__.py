"""A language model as a guest: one Protocol, one client, scripted replies for tests."""

from quoth.llm.openai_compatible import Coming, OpenAiCompatible, Wire, is_this_machine
from quoth.llm.prompts import prompt
from quoth.llm.protocol import Ask, Budget, Llm, Message, Said
from quoth.llm.reply import parsed
from quoth.llm.scripted import Scripted

__all__ = [
    "Ask",
    "Budget",
    "Coming",
    "Llm",
    "Message",
    "OpenAiCompatible",
    "Said",
    "Scripted",
    "Wire",
    "is_this_machine",
    "parsed",
    "prompt",
]
