"""What `quoth.review` offers, and where each name lives; nothing is imported before it is used."""

from .acting import (
    assign as assign,
)
from .acting import (
    assigned as assigned,
)
from .acting import (
    authors as authors,
)
from .acting import (
    declare as declare,
)
from .acting import (
    fall_back as fall_back,
)
from .acting import (
    may_decide as may_decide,
)
from .acting import (
    open_requests as open_requests,
)
from .acting import (
    release as release,
)
from .acting import (
    remark as remark,
)
from .acting import (
    return_ as return_,
)
from .acting import (
    revised as revised,
)
from .acting import (
    sign as sign,
)
from .acting import (
    submit as submit,
)
from .acting import (
    withdraw as withdraw,
)
from .deciding import Correction as Correction
from .deciding import decide as decide
from .difference import Change as Change
from .difference import RowChange as RowChange
from .difference import compare as compare
from .editions import edition as edition
from .falling import reasons_to_fall as reasons_to_fall
from .next_step import next_step as next_step
from .signing import (
    digest_of_page as digest_of_page,
)
from .signing import (
    document_to_sign as document_to_sign,
)
from .signing import (
    what_differs as what_differs,
)
from .status import approvals as approvals
from .status import line_of as line_of
from .status import status_of as status_of
