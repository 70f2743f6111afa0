"""Statements and references in reading order: the one place that builds a `Statement` and gives out numbers."""

from quoth.answer.marks import marks_of_finding, marks_of_record
from quoth.answer.studies import StudyOf, facts_of, nothing_told
from quoth.model import LEVEL_BY_DESIGN, Fidelity, Finding, Reference, Statement

__all__ = ["Numbering"]


class Numbering:
    """Gives out statement ids and reference numbers as the page is laid out, top to bottom.

    Ask for statements in reading order. The same finding gives the same statement again, with the same id.
    """

    def __init__(
        self, newest_guidance_year: int | None, *, study_of: StudyOf = nothing_told, of_treatment: bool = False
    ) -> None:
        """Take the year that newer and older evidence is marked against.

        Args:
            newest_guidance_year: `None` where there is no guidance.
            study_of: what a report says of itself.
            of_treatment: whether levels of evidence on treatment apply to the question.
        """
        self._newest_guidance_year = newest_guidance_year
        self._study_of = study_of
        self._of_treatment = of_treatment
        self._statements: dict[tuple[str, int, int], Statement] = {}
        self._numbers: dict[str, int] = {}
        self._findings: dict[str, list[Finding]] = {}

    def statement(self, finding: Finding, *, also: tuple[Finding, ...] = ()) -> Statement:
        """The statement of a finding; `also` are findings whose sources it cites besides its own."""
        span = finding.quote.span
        key = (span.rendition_id, span.start, span.end)
        if key in self._statements:
            return self._statements[key]
        numbers = [self._number(finding), *(self._number(other) for other in also)]
        made = Statement(
            id=f"s{len(self._statements) + 1}",
            kind=finding.kind,
            quote=finding.quote,
            fidelity=finding.rendition.fidelity,
            citations=tuple(dict.fromkeys(numbers)),
            qualifiers=finding.qualifiers,
            issuer=finding.record.issuer,
            design=finding.design,
            year=finding.record.published.year,
            n=finding.n,
            action=finding.action,
            action_by=finding.action_by,
            interventions=finding.interventions,
            facets=finding.facets,
            direction=finding.direction,
            directness=finding.directness,
            figures=finding.figures,
            pico=finding.pico,
            marks=marks_of_finding(finding, self._newest_guidance_year),
            plain=finding.annotation.plain if finding.annotation else None,
            plain_by=finding.annotation.plain_by if finding.annotation else None,
        )
        self._statements[key] = made
        return made

    def references(self) -> tuple[Reference, ...]:
        """The references in the order of their numbers."""
        return tuple(
            self._reference(number, self._findings[record_id])
            for record_id, number in sorted(self._numbers.items(), key=lambda item: item[1])
        )

    def _number(self, finding: Finding) -> int:
        record_id = finding.record.id
        number = self._numbers.setdefault(record_id, len(self._numbers) + 1)
        self._findings.setdefault(record_id, []).append(finding)
        return number

    def _reference(self, number: int, findings: list[Finding]) -> Reference:
        record, standing = findings[0].record, findings[0].standing
        used = {finding.rendition.fidelity for finding in findings}
        return Reference(
            number=number,
            record_id=record.id,
            title=record.title,
            design=findings[0].design,
            fidelities=tuple(fidelity for fidelity in Fidelity if fidelity in used),
            authors=record.authors,
            issuer=record.issuer,
            journal=record.journal,
            year=record.published.year,
            volume=record.volume,
            issue=record.issue,
            pages=record.pages,
            ids=record.ids,
            standing=standing,
            marks=marks_of_record(record, standing),
            level=LEVEL_BY_DESIGN.get(findings[0].design) if self._of_treatment else None,
            facts=facts_of(findings, self._study_of),
        )
