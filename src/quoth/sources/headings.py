"""What a section is for, from its heading: one table for structured abstracts and full texts.

NLM's own categories come first where a source gives them. Headings follow the NLM list of structured abstract labels
and the headings that trials and guidelines use; a heading of two parts ("Methods and Results") has no single role and
is left without one, unless both parts agree.
"""

import re
from functools import lru_cache

from quoth.model import SectionRole

__all__ = ["NLM_CATEGORIES", "role_of_heading", "tells_grade"]

_LONGEST_HEADING = 300

NLM_CATEGORIES: dict[str, SectionRole] = {
    "BACKGROUND": SectionRole.BACKGROUND,
    "OBJECTIVE": SectionRole.OBJECTIVE,
    "METHODS": SectionRole.METHODS,
    "RESULTS": SectionRole.RESULTS,
    "CONCLUSIONS": SectionRole.CONCLUSION,
}

_HEADINGS: dict[SectionRole, str] = {
    SectionRole.BACKGROUND: """
        background|introduction|context|rationale|importance|significance|setting the scene|clinical context
        what is known|what is already known|what is already known on this topic|literature|clinical significance
        clinical relevance|scientific background|background context|summary of background data
        summary background data|epidemiology|public health significance|disease overview|plain background
        state of the art|premise|why was this study done|backgrounds""",
    SectionRole.OBJECTIVE: """
        objective|objectives|aim|aims|purpose|purposes|goal|goals|hypothesis|hypotheses|question|questions
        research question|research questions|study question|study objective|study objectives|aim of the study
        aims of the study|purpose of review|purpose of the study|study aim|study aims|primary objective
        primary objectives|secondary objectives|clinical question|review question|aims of this study
        objective of the study|key questions|study purpose|statement of problem|statement of purpose
        research objective|research objectives|main objective""",
    SectionRole.METHODS: """
        method|methods|design|study design|setting|settings|participant|participants|patient|patients|subject
        subjects|intervention|interventions|main outcome measure|main outcome measures|main outcomes
        outcome measures|outcome measure|outcomes measured|measurement|measurements|data sources|data source
        study selection|data extraction|data synthesis methods|selection criteria|search methods|search strategy
        data collection|analysis|data analysis|statistical analysis|statistical methods|statistics|methodology
        materials|material|procedure|procedures|research design|trial design|study population|population|sample
        sample size|randomization|randomisation|blinding|masking|exposure|exposures|eligibility criteria
        inclusion criteria|exclusion criteria|primary outcome|primary outcomes|secondary outcomes
        primary outcome measure|primary outcome measures|study design and methods|experimental design
        experimental|experimental approach|search methods for identification of studies|ethics|ethics approval
        literature search|review methods|study eligibility criteria|information sources|risk of bias assessment
        type of study|study type|level of evidence|approach|techniques|technique|clinical trials registration
        data abstraction|outcomes and measures|main outcome measures and results methods|trial registration
        trial registration number|registration|systematic review registration|clinical trial registration
        clinicaltrials gov|study registration|registry|study design and setting|patient population|selection
        study period|case selection|data|trial status|trial registrations|registration number
        ethics and dissemination|main measures""",
    SectionRole.RESULTS: """
        result|results|finding|findings|main results|main result|key results|key findings|principal findings
        main findings|observations|observation|outcome|outcomes|data synthesis|evidence synthesis|case report
        case reports|case presentation|case|cases|clinical case|case description|case summary|clinical findings
        adverse events|adverse effects|safety|efficacy|effects of interventions|recent findings|review results
        results of base case analysis|results of sensitivity analysis|summary of findings|synthesis of results
        primary and secondary outcome results|evidence acquisition results|side effects|harms|major findings
        experimental results""",
    SectionRole.CONCLUSION: """
        conclusion|conclusions|interpretation|interpretations|summary|authors' conclusions|author's conclusions
        authors conclusions|reviewers' conclusions|implications|implication|clinical implications
        conclusion and relevance|conclusions and relevance|practice implications|implications for practice
        implications for research|bottom line|take home message|take home messages|discussion|comment|comments
        concluding remarks|main conclusions|what this study adds|what this paper adds|final remarks|key messages
        key message|key points|future directions|relevance|perspectives|perspective|translational relevance
        summary and conclusions|impact|lessons|lessons learned|closing remarks|final considerations|application
        applications|clinical application|practical application|practical applications|expert opinion
        quality of evidence|implications for nursing|implications for nursing practice
        relevance to clinical practice|implications for rehabilitation|outlook|significance of results
        conclusions significance|conclusion significance|what do these findings mean""",
    SectionRole.RECOMMENDATIONS: """
        recommendation|recommendations|guideline|guidelines|clinical recommendations|summary of recommendations
        key recommendations|practice recommendations|major recommendations|recommendations for practice
        clinical practice recommendations|guideline recommendations|key action statements|action statements
        recommended actions|good practice points|consensus statements|recommendation statement""",
    SectionRole.OTHER: """
        funding|financial support|source of funding|sources of funding|sponsor|copyright|keywords|abbreviations
        references|acknowledgement|acknowledgements|acknowledgments|acknowledgment|competing interests
        conflict of interest|conflicts of interest|disclosure|disclosures|authors' contributions
        author contributions|data availability|data availability statement|supplementary material
        supporting information|supplementary data|pre publication history|supplementary information
        supplementary materials|publication history|consent|consent for publication
        availability of data and materials|ethics approval and consent to participate|footnotes|notes|appendix
        appendices|declaration of interest|declaration of competing interest|role of the funding source
        funding statement|glossary|list of abbreviations|authors' information|additional information
        electronic supplementary material|limitations|strengths and limitations|study limitations
        strengths and limitations of this study|limitations of the study|strengths and limitations of the study
        competing interest|conflict of interest statement|conflict of interests|authors' contribution
        author's contributions|author's contribution|ethics statement|list of abbreviations used
        abbreviations used in this paper|abbreviation|endnotes|endnote|ethical considerations|ethical approval
        funding support|role of funding source|declaration of competing interests|declaration of interests
        author's information|contributors|disclosure of interest|erratum|correction""",
}
_ROLE_BY_HEADING: dict[str, SectionRole] = {
    heading.strip(): role
    for role, listed in _HEADINGS.items()
    for line in listed.strip().splitlines()
    for heading in line.strip().split("|")
}
_NUMBER = re.compile(r"^(?:(?:section\s+)?(?:[0-9]+(?:\.[0-9]+)*|[ivx]+|[a-h])[.):]?\s+)", re.IGNORECASE)
_NOT_WORD = re.compile(r"[^\w' ]+")
_PARTS = re.compile(r"\s+and\s+|\s*[/&,;+]\s*")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")


@lru_cache(maxsize=4096)
def role_of_heading(heading: str) -> SectionRole | None:
    """The role of a section with this heading, or `None` where the heading does not say."""
    plain = _BRACKETS.sub("", heading.casefold().replace("\u2019", "'"))
    for text in (plain, _NUMBER.sub("", plain)):
        if role := _ROLE_BY_HEADING.get(_words(text)):
            return role
    parts = {_ROLE_BY_HEADING.get(_words(part)) for part in _PARTS.split(_NUMBER.sub("", plain)) if part.strip()}
    if parts == {SectionRole.BACKGROUND, SectionRole.OBJECTIVE}:
        return SectionRole.BACKGROUND
    return parts.pop() if len(parts) == 1 else None


def _words(text: str) -> str:
    return " ".join(_NOT_WORD.sub(" ", text).split())


_GRADE = re.compile(
    r"\b(?:strong|weak|conditional|discretionary|good practice)(?:ly)?\b[^.]{0,20}"
    r"\b(?:recommend|suggest|statement|for\b|against)"
    r"|\b(?:grade|class|level|category|strength|LOE|COR|SOR)\b[^.]{0,40}"
    r"\b(?:[A-E]|I{1,3}[abc]?|IV|[1-5][A-Da-d]?[+-]{0,2})(?!\w)"
    r"|\b(?:high|moderate|low)(?:[- ](?:to[- ]\w+[- ])?)(?:quality|certainty|confidence)\b",
    re.IGNORECASE,
)


def tells_grade(heading: str) -> bool:
    """Whether a heading may say how strongly what stands under it is advised, so that it has to be quotable."""
    return len(heading) <= _LONGEST_HEADING and _GRADE.search(heading) is not None
