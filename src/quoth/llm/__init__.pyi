"""What `quoth.llm` offers, and where each name lives; nothing is imported before it is used."""

from .judge import Judge as Judge
from .judge import ModelJudge as ModelJudge
from .onnx_judge import OnnxJudge as OnnxJudge
from .openai_compatible import (
    Coming as Coming,
)
from .openai_compatible import (
    OpenAiCompatible as OpenAiCompatible,
)
from .openai_compatible import (
    Wire as Wire,
)
from .openai_compatible import (
    is_this_machine as is_this_machine,
)
from .prompts import prompt as prompt
from .protocol import Ask as Ask
from .protocol import Budget as Budget
from .protocol import Llm as Llm
from .protocol import Message as Message
from .protocol import Said as Said
from .reply import parsed as parsed
from .scripted import Scripted as Scripted
