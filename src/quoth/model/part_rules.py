"""What the heading of a part has to hold for advice to stand under it: read by evidence and checker each in its way.

`place_rules` names kinds of part in which nothing is advised, and no list of those ends: a chapter "Credits", "Before
you start", "For librarians" teaches, explains itself or tells how it was made. So a heading has to prove its part: it
says that it advises, or it names something that care is about, which every word does that is not known to name
nothing of the kind.

How it is meant to be read, so that two readers agree: of the words of the innermost heading over a row, those count
that begin with a letter, have two letters and more and stand neither in `surrounding_rules.GENERAL_WORDS` nor in
`JOINS_WORDS`. The heading proves nothing where there are such words and each of them, or what is left of it without
"'s" or "s" at its end, is plain (`quoth.lexicon.plain`) or stands in `NO_CARE`, while no word of it stands in `CARE`.
That is not asked of a heading that is the title of the source, under one in which a word of `ADVISES` stands, or of a
row beside which a grade stands. A short form in capitals is no plain word where other words stand in small letters.
"""

from quoth.model.word_rules import cues

__all__ = ["ADVISES", "CARE", "JOINS_WORDS", "NO_CARE"]

ADVISES = cues("recommendation recommendations recommended recommends advice")
"""Words of a heading under which every part advises."""

CARE = ADVISES | cues(
    "treatment treatments therapy therapies medication medications medicine medicines dose doses dosage dosages"
    " dosing management care prevention screening diagnosis monitoring admit admission referral indication"
    " indications contraindication contraindications precaution precautions caution cautions warning warnings harm"
    " harms benefit benefits stepwise algorithm algorithms history emergency urgent prognosis treat treated"
    " consent severity failure exception exceptions family families never against advised parent parents"
    " mother mothers father fathers couple couples partner partners relatives carers caregivers household households"
)
"""Words of a heading that say that it is about care, though they name no part of it."""

JOINS_WORDS = cues(
    "i me my you your we us they them their he she his her be been was were has have had do does did can could"
    " may might will would should must not no nor if or than then but so too very some good such who whom whose"
    " where why about after before between during over under through until up out off again also other others"
    " another more most all any each every both few per vs versus within without nots dos finding hand role play"
    " home take self case cases local goal goals aim aims pre post warm check checks key drill risk risks timing"
    " time times hour hours day days week weeks month months year years night morning evening daily weekly monthly"
    " interval intervals frequency duration first second third line action actions plan plans option options"
    " alternative alternatives target targets special combined shared information decision decisions return limit"
    " limits location training wrong agent agents guidance situation situations step steps beyond"
    " regarding clinician clinicians adverse side instruction instructions one two three four five six seven"
    " eight nine ten course"
)
"""Words that join others, count or say when: they name nothing."""

NO_CARE = cues(
    # teaching
    "learning learn teaching teach objective objectives task tasks competence competences competency competencies"
    " skill skills workshop workshops courses module modules lesson lessons lecture lectures lecturer"
    " lecturers student students pupil pupils trainee trainees learner learners tutor tutors tutorial teacher"
    " teachers examiner examiners examinee candidate candidates exam exams quiz quizzes mock pretest posttest"
    " puzzle puzzles game games card cards prerequisite prerequisites seminar seminars homework rehearsal syllabus"
    " curriculum curricula certificate certificates accreditation cme cpd credit credits osce simulation"
    " simulations distractor distractors answer answers"
    # printing and reading
    " layout printing printer printers print web website app apps download downloads upload software reader"
    " readers author authors editor editors librarian librarians library translator translators translation"
    " translations symbol symbols icon icons logo page pages chapter chapters box boxes paragraph footnote index"
    " skimming browsing reading navigation mail email letter letters feedback helpdesk contact contacts paper"
    " colours colour legend erratum"
    # inquiry
    " eligibility search searches searching searched type types inclusion exclusion criterion criteria selection"
    " sifting sieve filter filters bias meta pooling protocol protocols trial trials participant participants"
    " comparator comparators comparison comparisons randomisation randomization allocation blinding masking"
    " sampling sample extraction heterogeneity sensitivity outcome outcomes endpoint endpoints quality appraisal"
    " design designs study studies review reviews reviewer reviewers registry registries database databases"
    " literature grade grading"
    # voices and rules
    " stakeholder stakeholders petition petitions round rounds hearing hearings ballot poll polls survey surveys"
    " panel committee minutes chair chairs member members press media lobby maker makers company companies"
    " industry adaptation adaptations implementation dissemination audit audits licence license copyright insurer"
    " insurers payer payers fee fees tariff tariffs budget budgets tender tenders contract contracts staffing"
    " logistics"
)
"""Words of teaching, printing, inquiry and debate, which vocabularies of medicine know as well."""
