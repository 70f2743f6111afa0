"""One act of one person on one page under review: who may, what it needs, and the review with the act at its end.

Nobody approves what they submitted or revised; nobody decides before declaring interests; words are never changed.
"""

from dataclasses import replace

from quoth.errors import BadInput, NotAllowed
from quoth.model import Account, Office, Review, ReviewAct, ReviewActKind, ReviewStatus, Revision, Signature
from quoth.review.status import next_status, reviewers_on, status_of

__all__ = [
    "NOT_DECLARED",
    "assign",
    "assigned",
    "authors",
    "declaration",
    "declare",
    "fall_back",
    "may_decide",
    "open_requests",
    "release",
    "remark",
    "return_",
    "revised",
    "sign",
    "submit",
    "withdraw",
]

NOT_DECLARED = "Declare your interests first."
_A = ReviewActKind
_TEXT_CHARS = 4_000
_REMARKS = (_A.ACCEPTED, _A.COMMENTED, _A.ASKED)


def submit(review: Review | None, revision: Revision, actor: Account, *, at: str, note: str = "") -> Review:
    """The page handed to the board, by an editor. Raises NotAllowed, BadInput."""
    _needs(actor, Office.EDITOR)
    act = _act(_A.SUBMITTED, actor, at, revision.number, text=note)
    return _with(review or Review(revision.review_id, ()), act)


def assign(review: Review, whom: Account, actor: Account, *, at: str) -> Review:
    """A reviewer who shall look at the page. Raises NotAllowed, BadInput."""
    _needs(actor, Office.EDITOR, Office.ADMINISTRATOR)
    if not whom.holds(Office.REVIEWER):
        raise BadInput(f"{whom.shown_name} is no reviewer here. An administrator can give them the office.")
    if whom.id in authors(review):
        raise BadInput(f"{whom.shown_name} submitted or revised this page and cannot review it. Assign somebody else.")
    if whom.id in assigned(review):
        raise BadInput(f"{whom.shown_name} is assigned already.")
    return _with(review, _act(_A.ASSIGNED, actor, at, review.revision, whom=whom.id))


def release(review: Review, whom: str, actor: Account, *, at: str) -> Review:
    """A reviewer taken off the page, by an editor or by themselves. Raises NotAllowed, BadInput."""
    if actor.id != whom:
        _needs(actor, Office.EDITOR, Office.ADMINISTRATOR)
    if whom not in assigned(review):
        raise BadInput("This reviewer is not assigned to the page.")
    return _with(review, _act(_A.RELEASED, actor, at, review.revision, whom=whom))


def declare(review: Review, actor: Account, *, at: str, conflict: bool, text: str = "") -> Review:
    """What interests a reviewer has. With a conflict they may comment, and not decide. Raises NotAllowed, BadInput."""
    _needs_assignment(review, actor)
    if conflict and not text.strip():
        raise BadInput("A conflict of interest needs to be named. Say in a few words what it is.")
    return _with(review, _act(_A.DECLARED, actor, at, review.revision, text=text, conflict=conflict))


def remark(
    review: Review, revision: Revision, kind: ReviewActKind, actor: Account, *, at: str, passage: str, text: str = ""
) -> Review:
    """A statement accepted, commented on or asked to be changed. Raises NotAllowed, BadInput."""
    if kind not in _REMARKS:
        raise BadInput(f"A statement can be accepted, commented on or asked to be changed, not {kind.value!r}.")
    if kind is _A.COMMENTED and actor.holds(Office.EDITOR):
        pass
    elif kind is _A.COMMENTED:
        _needs_assignment(review, actor)
    else:
        _needs_decider(review, actor)
    if passage and passage not in {one.quote.span.passage_id for one in revision.page.statements()}:
        raise BadInput("This statement does not stand on the newest revision of the page. Load the page again.")
    if kind is not _A.ACCEPTED and not text.strip():
        raise BadInput("A comment or a request needs words. Say what should change, or what you think.")
    if kind is not _A.COMMENTED and not passage:
        raise BadInput(
            "Only a single statement can be accepted or asked to be changed. For the page as a whole, decide."
        )
    return _with(review, _act(kind, actor, at, revision.number, passage=passage, text=text))


def return_(review: Review, actor: Account, *, at: str, text: str) -> Review:
    """The page given back to its editors. Raises NotAllowed, BadInput."""
    _needs_decider(review, actor)
    if not text.strip():
        raise BadInput("Say in a few words what should change before the page can be approved.")
    return _with(review, _act(_A.RETURNED, actor, at, review.revision, text=text))


def may_decide(review: Review, actor: Account) -> str:
    """Empty where this person can decide now, else the reason why not, in words."""
    if actor.id not in assigned(review):
        return "You are not assigned to this page."
    if actor.id in authors(review):
        return "You submitted or revised this page; somebody else has to decide about it."
    declared = declaration(review, actor.id)
    if declared is None:
        return NOT_DECLARED
    if declared.conflict:
        return "You declared a conflict of interest: you can comment, and others decide."
    return ""


def sign(review: Review, actor: Account, signature: Signature, *, at: str, needed: int, text: str = "") -> Review:
    """One reviewer's approval of the newest revision. Raises NotAllowed, BadInput."""
    _needs_decider(review, actor)
    if open_requests(review):
        raise BadInput(
            f"{len(open_requests(review))} request(s) for a change are open on this revision. Whoever asked can accept "
            "the statement after all, an editor can leave the row out, or give the page back."
        )
    if any(act.kind is _A.APPROVED and act.by == actor.id for act in _since_submission(review)):
        raise BadInput("You have signed this revision already. It waits for the others.")
    made = _act(_A.APPROVED, actor, at, review.revision, text=text)
    return _with(review, replace(made, needed=needed, signature=signature))


def withdraw(review: Review, actor: Account, *, at: str, text: str) -> Review:
    """The page taken back by the board. Raises NotAllowed, BadInput."""
    _needs(actor, Office.EDITOR, Office.ADMINISTRATOR)
    if not text.strip():
        raise BadInput("Say in a few words why the page is withdrawn: readers of a printed copy will want to know.")
    return _with(review, _act(_A.WITHDRAWN, actor, at, review.revision, text=text))


def revised(review: Review, revision: Revision, actor: Account, *, at: str) -> Review:
    """The review with a new revision noted. Raises NotAllowed, BadInput."""
    _needs(actor, Office.EDITOR)
    return _with(review, _act(_A.REVISED, actor, at, revision.number, text=revision.why))


def fall_back(review: Review, reasons: tuple[str, ...], *, at: str) -> Review:
    """The approval taken away by quoth itself, with its reasons. Raises BadInput where nothing is approved."""
    act = ReviewAct(_A.FELL_BACK, "", "quoth", at, review.revision, reasons=reasons)
    return _with(review, act)


def assigned(review: Review) -> tuple[str, ...]:
    """Account ids of the reviewers who are assigned now, in order."""
    return reviewers_on(review.acts)


def authors(review: Review) -> frozenset[str]:
    """Account ids of everybody who submitted or revised the page."""
    return frozenset(act.by for act in review.acts if act.kind in (_A.SUBMITTED, _A.REVISED))


def open_requests(review: Review) -> tuple[ReviewAct, ...]:
    """Requests for a change on the newest revision that nobody took back by accepting the statement afterwards."""
    held: dict[tuple[str, str], ReviewAct] = {}
    for act in review.acts:
        if act.revision != review.revision:
            continue
        if act.kind is _A.ASKED:
            held[act.by, act.passage] = act
        elif act.kind is _A.ACCEPTED:
            held.pop((act.by, act.passage), None)
    return tuple(held.values())


def _with(review: Review, act: ReviewAct) -> Review:
    next_status(status_of(review) if review.acts else ReviewStatus.NOT_SUBMITTED, act, review.acts)
    return replace(review, acts=(*review.acts, act))


def _act(
    kind: ReviewActKind, actor: Account, at: str, revision: int, *, passage: str = "", text: str = "", whom: str = "",
    conflict: bool = False,
) -> ReviewAct:  # fmt: skip
    said = " ".join(text.split())
    if len(said) > _TEXT_CHARS:
        raise BadInput(f"The text has {len(said)} characters; up to {_TEXT_CHARS} are kept. Say it more briefly.")
    return ReviewAct(kind, actor.id, actor.shown_name, at, revision, passage, said, whom, conflict)


def _needs(actor: Account, *offices: Office) -> None:
    if not actor.holds(*offices):
        wanted = " or ".join(office.value for office in offices)
        raise NotAllowed(f"{actor.shown_name} is no {wanted} here. An administrator can give the office.")


def _needs_assignment(review: Review, actor: Account) -> None:
    _needs(actor, Office.REVIEWER)
    if actor.id not in assigned(review):
        raise NotAllowed(f"{actor.shown_name} is not assigned to this page. An editor can assign them.")


def _needs_decider(review: Review, actor: Account) -> None:
    _needs(actor, Office.REVIEWER)
    if why := may_decide(review, actor):
        raise NotAllowed(why)


def declaration(review: Review, account_id: str) -> ReviewAct | None:
    """A reviewer's last declaration since they were assigned, or since the page came back after an approval ended."""
    found: ReviewAct | None = None
    ended = False
    for act in review.acts:
        ended = ended or act.kind in (_A.FELL_BACK, _A.WITHDRAWN)
        if act.kind is _A.SUBMITTED and ended:
            found, ended = None, False
        elif act.kind is _A.ASSIGNED and act.whom == account_id:
            found = None
        elif act.kind is _A.DECLARED and act.by == account_id:
            found = act
    return found


def _since_submission(review: Review) -> tuple[ReviewAct, ...]:
    """The acts on the newest revision since the page was last submitted or returned."""
    acts: list[ReviewAct] = []
    for act in review.acts:
        if act.kind in (_A.SUBMITTED, _A.RETURNED, _A.WITHDRAWN):
            acts = []
        elif act.revision == review.revision:
            acts.append(act)
    return tuple(acts)
