"""What the headings of abstracts and papers say their sentences are for: one table.

Collected from PubMed's structured abstracts; NLM's own categories (Structured Abstracts in MEDLINE, NlmCategory) are
the five that the table maps onto.
"""

from quoth.model import SectionRole

__all__ = ["role_of_heading"]

_B, _O, _M, _R, _C = (
    SectionRole.BACKGROUND,
    SectionRole.OBJECTIVE,
    SectionRole.METHODS,
    SectionRole.RESULTS,
    SectionRole.CONCLUSION,
)
_HEADINGS: dict[SectionRole, str] = {
    _B: "background|introduction|context|rationale|importance|aetiology|etiology|epidemiology|overview|scope",
    _O: "objective|objectives|aim|aims|purpose|goal|goals|hypothesis|question|research question|clinical question"
    "|study objective|background and objective|background and objectives|background and purpose|background and aims"
    "|background and aim|background/aims|background/aim|background/objective|background/objectives|background/purpose"
    "|aims and objectives|aims/hypothesis|purpose of review|purpose of the review|introduction and objectives"
    "|introduction and aim|aim of the study|aim of study|statement of problem",
    _M: "methods|method|materials and methods|material and methods|patients and methods|subjects and methods"
    "|methodology"
    "|design|study design|setting|settings|participants|patients|subjects|intervention|interventions"
    "|main outcome measures"
    "|main outcome measure|outcome measures|measurements|measures|outcomes measured|primary outcome|data sources"
    "|data source"
    "|data extraction|study selection|search methods|search strategy|selection criteria|data collection and analysis"
    "|data collection|data analysis|eligibility criteria|statistical analysis|research design and methods"
    "|design and setting"
    "|methods and analysis|methods/design|design and methods|material/methods|materials/methods|procedures|procedure"
    "|main outcomes and measures|design, setting, and participants|exposure|exposures|sources of information"
    "|study registration|trial registration|trial registration number|clinical trial registration|registration"
    "|evidence acquisition|review methods|participants and methods|population|sample|animals|ethics and dissemination",
    _R: "results|result|findings|main results|main findings|principal findings|outcome|outcomes|observations"
    "|key findings"
    "|evidence synthesis|data synthesis|recent findings|methods and results|methods and findings|results and discussion"
    "|methodology/principal findings|results of data synthesis|main outcomes|key results|case report|case presentation"
    "|results and limitations|patient concerns",
    _C: "conclusion|conclusions|interpretation|implications|conclusions and relevance|conclusion and relevance"
    "|authors' conclusions|author's conclusions|reviewers' conclusions|conclusions/significance|significance"
    "|clinical relevance|clinical implications|implications for practice|conclusion/significance|summary"
    "|summary and conclusions"
    "|discussion and conclusions|discussion and conclusion|discussion/conclusion|conclusions/interpretation|relevance"
    "|interpretation and conclusions|conclusions and clinical importance|concluding remarks"
    "|implications for clinical practice"
    "|take-home message|lessons|key messages|bottom line|what this study adds",
    SectionRole.RECOMMENDATIONS: "recommendation|recommendations|major recommendations|summary of recommendations"
    "|key recommendations|guideline recommendations|action statements|key action statements|statement of recommendation"
    "|summary of recommendation|summary of recommendations and evidence|recommendations for practice|practice points"
    "|good practice points|practice recommendations|clinical recommendations|consensus statements",
    SectionRole.OTHER: "funding|disclosures|disclosure|conflict of interest|conflicts of interest|competing interests"
    "|acknowledgements|acknowledgments|references|author contributions|authors' contributions|abbreviations|appendix"
    "|supplementary material|electronic supplementary material|data availability|ethics approval|keywords"
    "|level of evidence"
    "|copyright|consent for publication|availability of data and materials",
}


def role_of_heading(heading: str) -> SectionRole | None:
    """What a heading says its section is for, or `None` when it does not say ("Discussion", "Taping")."""
    return _BY_HEADING.get(_key(heading))


def _key(heading: str) -> str:
    words = heading.strip().strip(".:0123456789 ").casefold().replace("’", "'").replace(" & ", " and ")
    return " ".join(words.split())


_BY_HEADING: dict[str, SectionRole] = {
    heading.strip(): role for role, headings in _HEADINGS.items() for heading in headings.split("|")
}
