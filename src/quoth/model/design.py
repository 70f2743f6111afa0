"""Study designs and what a source is, strongest kind of evidence first."""

from enum import StrEnum

__all__ = ["DESIGN_LABELS", "LEVEL_BY_DESIGN", "RANK_BY_DESIGN", "Design"]


class Design(StrEnum):
    """What kind of source a report is. The order of the members is the order of the page."""

    GUIDELINE = "guideline"
    CONSENSUS = "consensus"
    NETWORK_META_ANALYSIS = "network-meta-analysis"
    META_ANALYSIS = "meta-analysis"
    SYSTEMATIC_REVIEW = "systematic-review"
    RCT = "rct"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    CASE_SERIES = "case-series"
    CASE_REPORT = "case-report"
    NARRATIVE_REVIEW = "narrative-review"
    EDITORIAL = "editorial"
    PROTOCOL = "protocol"
    ANIMAL = "animal"
    NOTE = "note"
    OTHER = "other"


DESIGN_LABELS: dict[Design, str] = {
    Design.GUIDELINE: "guideline",
    Design.CONSENSUS: "consensus statement",
    Design.NETWORK_META_ANALYSIS: "network meta-analysis",
    Design.META_ANALYSIS: "meta-analysis",
    Design.SYSTEMATIC_REVIEW: "systematic review",
    Design.RCT: "randomised trial",
    Design.COHORT: "cohort study",
    Design.CASE_CONTROL: "case-control study",
    Design.CROSS_SECTIONAL: "cross-sectional study",
    Design.CASE_SERIES: "case series",
    Design.CASE_REPORT: "case report",
    Design.NARRATIVE_REVIEW: "narrative review",
    Design.EDITORIAL: "editorial",
    Design.PROTOCOL: "study protocol",
    Design.ANIMAL: "animal or laboratory study",
    Design.NOTE: "editors' note",
    Design.OTHER: "other source",
}

# Ranks of treatment evidence, 1 is strongest: OCEBM Levels of Evidence 2 (2011), with guidelines set before them as the
# page does and reviews without a systematic search after observation.
RANK_BY_DESIGN: dict[Design, int] = {
    Design.GUIDELINE: 1,
    Design.CONSENSUS: 2,
    Design.NETWORK_META_ANALYSIS: 3,
    Design.META_ANALYSIS: 3,
    Design.SYSTEMATIC_REVIEW: 3,
    Design.RCT: 4,
    Design.COHORT: 5,
    Design.CASE_CONTROL: 6,
    Design.CROSS_SECTIONAL: 7,
    Design.CASE_SERIES: 8,
    Design.CASE_REPORT: 8,
    Design.NARRATIVE_REVIEW: 9,
    Design.EDITORIAL: 10,
    Design.PROTOCOL: 11,
    Design.ANIMAL: 12,
    Design.NOTE: 13,
    Design.OTHER: 14,
}

# Levels for the question "Does this intervention help?": OCEBM Levels of Evidence Working Group, The Oxford 2011
# Levels of Evidence, https://www.cebm.ox.ac.uk/resources/levels-of-evidence/ocebm-levels-of-evidence. Level 1 is a
# systematic review of randomised trials; what a review pooled is not known here, so the level is that of its kind, as
# the page says. Level 5 is reasoning from mechanisms. Guidelines and opinion are not evidence in that table and get
# no level.
LEVEL_BY_DESIGN: dict[Design, int] = {
    Design.NETWORK_META_ANALYSIS: 1,
    Design.META_ANALYSIS: 1,
    Design.SYSTEMATIC_REVIEW: 1,
    Design.RCT: 2,
    Design.COHORT: 3,
    Design.CASE_CONTROL: 4,
    Design.CASE_SERIES: 4,
    Design.CASE_REPORT: 4,
    Design.CROSS_SECTIONAL: 4,
    Design.ANIMAL: 5,
}
