"""Parts of a guideline in which nothing is advised, whatever their sentences say: read by evidence and checker.

"Rest until the pain has gone" stands in a guideline under "Myths about pain". That a row is advice shows in its
place: it does not stand in what was reprinted, argued, believed, told, taught, counted, asked or superseded.

How it is meant to be read, so that two readers agree: the patterns are searched for, without regard to capitals, in
each heading over a sentence that is no annotated statement. A row whose pattern is found says what the part is, unless
its `unless` is found in the same heading. What a heading or the head of a list forbids is not here: such words travel
with the row and turn it (`surrounding_rules`). None of the patterns can backtrack at length.
"""

from dataclasses import dataclass

__all__ = ["NO_ADVICE_PLACES", "PlaceRule"]


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """A kind of part, by words of its heading."""

    pattern: str
    told: str
    unless: str = r"(?!)"


_ADVISING = (
    r"\b(?:recommend(?:ed|ations?)|dos(?:e|es|age|ing)|algorithms?|treatment|therap\w+|management|medic\w+"
    r"|drugs?|care"
    r"|exercises?|protocols?|regimens?|schedules?|checklists?|monitoring|assessment|screening|diagnos\w+|prevention"
    r"|precautions|procedures?|interventions?|instructions?|advice|guidance|summary|tables?|tools?|plans?)\b"
)
_OF_THE_TEXT = (
    r"(?:advice|recommendations?|guidelines?|guidance|text|document|wording|version|edition|chapters?|statements?"
    r"|consensus|sentences?)"
)

_DEFINES_CARE = (
    r"\b(?:shared|clinical|informed|consent|counsel\w+|(?:with|for) (?:the )?(?:patients?|famil\w+|parents|carers?"
    r"|candidates?)|alcohol"
    r"|audit-?c|score|long[- ]term|short[- ]term)\b|\bdiscussions? (?:with|about|of (?:risks?|options|treatment"
    r"|goals|benefits))\b"
)

# A heading that only names animals may speak of people who keep, eat or were bitten by them; animals with an illness
# are the ones cared for.
_BEASTS = (
    r"(?<![a-z] )(?:dogs|cats|kittens|puppies|horses|foals|cattle|cows|calves|sheep|lambs|goats|pigs|poultry|hens|birds"
    r"|parrots|rabbits|ferrets|hamsters|guinea pigs|monkeys|reptiles|tortoises|livestock|pets)"
)

NO_ADVICE_PLACES: tuple[PlaceRule, ...] = (
    PlaceRule(
        r"\b(?:myths?|fables?|fiction|legends? (?:of|about)|hearsay|rumou?rs?|superstitions?|folklore|(?:wives'?"
        r"|wives’)"
        r" tales|fallac\w+|misconceptions?|misbeliefs?|misunderstandings?|misinformation|falsehoods?|lies|pitfalls?"
        r"|(?:common|popular|frequent|typical|usual|our|wrong|false|old|harmful|widespread) (?:\w+ )?(?:errors?"
        r"|mistakes?"
        r"|beliefs?|answers?|ideas?|friends?|assumptions?|practices?)|errors|mistakes|blunders|beliefs? (?:that"
        r"|about|of"
        r"|among)|believ\w+|(?:not|un|half)[- ]?true|(?:is|are|was|were|proved) (?:wrong|false)|wrongly|how not to"
        r"|(?:have|has) heard|used to be (?:taught|said|done|thought)|bad (?:advice|habits|examples?)|never (?:true"
        r"|was))\b",
        "tells what people wrongly believe or do",
        r"\b(?:medication|medical|dispensing|laboratory|prescribing|refractive|metabolism) errors?\b"
        r"|\b(?:preventing|avoiding|avoid|reducing)\b",
    ),
    PlaceRule(
        r"\b(?:arguments?|argued|counter-?arguments?|objections?|objectors?|debates?|debated|controvers\w+"
        r"|dissent\w*|rebuttals?"
        r"|repl(?:y|ies) (?:of|to|from|by)|rejoinders?|speech(?:es)? (?:for|of|against|by)|speakers?|motions?"
        r"|devil[’']?s"
        r" advocate|critics?|criticisms?|opponents?|proponents?|advocates? (?:of|for)|supporters?|friends put"
        r"|(?:those|people|voices) (?:in favou?r|against|for)|in favou?r|raised against|for and against|pros and cons"
        r"|(?:the )?case (?:for|against)|(?:opposing|differing|divergent|contrary|minority|other|personal|individual"
        r"|majority) (?:opinions?|views?|positions?|votes?|reports?)|reservations?|(?:views?|standpoints?|stances?"
        r"|positions?|opinions?) (?:of|held|from) (?:the |our |some |a )?(?!(?:patient|body|head|limb|trunk|foetus"
        r"|fetus|baby)\b)"
        r"|would (?:say|advise|argue|prefer))|^\W*(?:\d+[.)]? )?(?:pro|con|contra|cons|pros|for|against)\W*$",
        "tells the arguments of a side",
        r"\b(?:patient|prone|supine|lateral|sitting) positions?\b|\bpositions? of the (?:patient|limb|head|body|arm"
        r"|leg)\b",
    ),
    PlaceRule(
        r"\b(?:annex(?:es|e)?|appendi(?:x(?! (?:in|of|with|during|after|mass|abscess|that)\b)|ces)|addend(?:um"
        r"|a)|attachments?|supplements? \d)\b",
        "is an annex, which does not say that it advises",
        _ADVISING,
    ),
    PlaceRule(
        r"\b(?:transcripts?|minutes of|letters? (?:of|to|from|received|by)|(?:sample|form|dissenting|received"
        r"|open) letters?"
        r"|correspondence|circulars?|reprint\w*|comments? (?:received|from|of|by|on)|consultation (?:comments?"
        r"|responses?"
        r"|draft)|public comments?|questionnaires? (?:to|for|of) (?:the )?members|hearings?|drafts?|draft (?:text"
        r"|version|wording)"
        r"|proposals?|(?:voted|turned) down|not (?:taken up|adopted|accepted|agreed|approved)|rejected|(?:sample"
        r"|example|model|unclear)"
        rf" {_OF_THE_TEXT}|how not|meeting notes|notes? of (?:the )?(?:meeting|reservation)|scoring sheets?"
        rf"|worksheets?"
        r"|rehears\w+|translation (?:exercise|notes?)|speech)\b",
        "reprints what was said or proposed",
    ),
    PlaceRule(
        rf"\b(?:(?:former|earlier|previous|prior|older|old|past|last|first|second|original|preceding|superseded"
        rf"|repealed"
        rf"|withdrawn|replaced|deleted|outdated|obsolete|archived|historical|expired|abandoned"
        rf"|retired) (?:\w+ )?{_OF_THE_TEXT}"
        rf"|history of (?:this|the|our|these) (?:\w+ )?{_OF_THE_TEXT}|superseded|repealed|outdated|obsolete"
        rf"|out of date"
        rf"|archive|no longer (?:valid|in force|advised|recommended)|change ?log|revision history|version history"
        rf"|changes (?:since|from|to"
        rf" the)|{_OF_THE_TEXT} (?:of|from|in) (?:the )?(?:19|20)\d\d|(?:19|20)\d\d (?:consensus"
        rf"|{_OF_THE_TEXT}) ?(?:text)?$"
        r"|kept for (?:comparison|the record)|before (?:the )?(?:correction|revision|update)|as it (?:stood|was|read)"
        r"|used to (?:be|say|read|advise)|(?:was|were) (?:done|taught|treated|used) in (?:19|20)\d\d|in the past"
        r"|yesterday)\b",
        "tells what was advised before",
        r"\bfamily history\b",
    ),
    PlaceRule(
        r"\b(?:research (?:recommendations?|questions?|agenda|priorit\w+|needs?|gaps?|directions?|topics?)"
        r"|recommendations? for (?:\w+ )?research|(?:future|further) (?:research|studies|directions?|work)"
        r"|(?:evidence"
        r"|knowledge|research) gaps?|^gaps?|gaps in|unanswered|open questions?|(?:do|does|did) not (?:yet )?know"
        r"|not yet known"
        r"|unknowns|areas? (?:for|of) (?:\w+ )?research|trials? (?:wanted|needed|under way|in progress"
        r"|in preparation)"
        r"|ongoing (?:trials?|studies))\b",
        "tells what should be studied",
    ),
    PlaceRule(
        r"\b(?:economic|budget\w*|reimburse\w*|billing|tariffs?|payments?|fees?|prices?|price list|co-?payments?"
        r"|benefit package"
        r"|insurance|insurers?|claims?|coding|cost (?:model|analys[ei]s|estimates?|impact)|assumptions?"
        r"|decision model"
        r"|scenario analys[ei]s|resource impact|procurement|tenders|contract(?:ual)? (?:terms?|conditions?|notes?)"
        r"|legal (?:notes?|disclaimer"
        r"|notices?|aspects|framework)|liability|licen[cs]e (?:conditions?|terms)|licen[cs]ing (?:terms|conditions?)"
        r"|terms (?:of|and))\b",
        "tells of money or law",
    ),
    PlaceRule(
        r"\b(?:search (?:strateg\w+|terms?|methods?|results?|strings?)|literature (?:search|review)|(?:study"
        r"|selection|inclusion"
        r"|eligibility|exclusion) criteria(?: for (?:studies|trials|evidence))?$|criteria (?:for|of) (?:selecting"
        r"|choosing|including|study|studies)"
        r"|selecting studies|data extraction|methods? of (?:this|the)|methodology|how (?:to (?:read|use|cite)|this"
        r"|the|we)"
        rf" ?(?:this|the|our)?|about (?:this|the) {_OF_THE_TEXT}|scope of (?:this|the)|using this {_OF_THE_TEXT}"
        rf"|grading system"
        r"|(?:definitions?|meaning) of (?:the )?(?:grades?|levels?|strength\w*|classes|terms?|words?)|glossary"
        r"|abbreviations?"
        r"|acronyms?|terms used|terminology|nomenclature|references|bibliography|further reading|acknowledge?ments?"
        r"|disclosures?|conflicts? of interest|competing interests|contributors|membership|members of|copyright"
        r"|disclaimer"
        r"|funding|imprint|colophon)\b",
        "tells how the text was made, or how it is to be read",
        r"\bhow (?:to use|this|the|we)\b[^.]*\b(?:medic\w+|drugs?|inhalers?|devices?|treat\w*|manage\w*)\b",
    ),
    PlaceRule(
        r"\b(?:case (?:stud(?:y|ies)|reports?|vignettes?|histor(?:y|ies)|\d+|discussion|example)|vignettes?"
        r"|scenarios?|stor(?:y|ies)"
        r"|narratives?|anecdotes?|a day in|worked examples?|examples? (?:of (?:a |an |unclear |bad "
        r"|poor )?(?:\w+ )?(?:case"
        r"|patient|recommendations?|letter|prescription)|\d+)|for example|(?:filled|made) (?:in|up)|self-?(?:test"
        r"|assessment (?:questions?"
        r"|quiz))|test your(?:self)?|quiz(?:zes)?|exam(?:ination)? (?:questions?|papers?)|multiple[- ]choice"
        r"|(?:wrong|model|sample) answers?|teaching (?:notes|cases?"
        r"|material)|training (?:notes|cases?|material)|tutors?|role[- ]play|exercise for (?:readers|tutors"
        r"|students)|fictitious|imagin(?:ary|ed)"
        r"|course of a patient|portrait of)\b",
        "is a case, an example or a lesson",
    ),
    PlaceRule(
        r"\b(?:what (?:the )?(?:others|some|many|most|patients|people|parents|families|critics?|colleagues|doctors"
        r"|surgeons"
        r"|industry|the press|makers)"
        r" (?:\w+ )?(?:say|said|think|thought|believe|want|wanted|wish|wished|told|hope|ask|asked|do|did|advise)"
        r"|others[’']? (?:say|views?|advice)"
        r"|voices?|testimon\w+|quotations?|quotes?|(?:patients?|members|parents|families) (?:who (?:want|wish|wrote"
        r"|disagree)"
        r"|told|say|said)|reasons (?:given|named|told) by|respondents?|interview\w*|focus groups?|survey (?:of"
        r"|results|answers)"
        r"|(?:other|foreign|neighbou?ring) (?:countries|bodies|societies|guidelines?|organi[sz]ations?|colleges"
        r"|panels?)"
        r"|guidelines? (?:of|from|in) other|elsewhere|abroad|manufacturers?|compan(?:y|ies)|industry|sponsors?"
        r"|sponsored"
        r"|sponsor[’']s|advertis\w+|adverts?|press|media|news(?:papers?)?|internet|online forums?|on the net"
        r"|social media"
        r"|blogs?|websites? of|package (?:leaflets?|inserts?)|leaflets? of|(?:current|usual|common|actual"
        r"|local) (?:practice|habits?|customs?)"
        r" (?:in|of|survey|pattern)|customs?|traditions?|ministry|parliament|lobby\w*|unions? of)\b",
        "tells what others say or do",
        r"\bvoice (?:therapy|disorders?|rest|care|hygiene)\b",
    ),
    PlaceRule(
        r"\b(?:audit (?:criteri\w+|measures?|standards?|tools?)|(?:quality|performance) (?:measures?|indicators?"
        r"|metrics?"
        r"|targets?|standards?)|benchmarks?|dashboards?|indicators?|review questions?|key questions?|PICO"
        r"|clinical questions?"
        r"|questions? (?:asked|put|(?:to|of|for|from) the (?:panel|group|committee)))\b",
        "measures the care, or asks about it",
    ),
    PlaceRule(
        r"\b(?:epidemiology|prevalence|incidence|pathogenesis|pathophysiology|mechanisms? of (?:action|disease"
        r"|injury)|natural history|preface|foreword|editorial|introduction|table of contents|outlook|vision \d+"
        r"|press releases?"
        r"|status quo|statistics|facts and figures|demographics|historical (?:note|background|perspective)"
        rf"|veterinary|the veterinarian|{_BEASTS} with (?!(?:people|patients|children|adults|the|an?)\b)\w+"
        r"|laboratory animals|animal (?:studies|data|models?|experiments?)|(?:in )?(?:mice|rats)"
        r"|cell cultures?|preclinical)\b",
        "describes, and advises nothing",
    ),
    PlaceRule(
        r"\b(?:corrigend\w+|errat(?:a|um)|correction (?:notice|of)|corrections|retract\w+|options? (?:considered"
        r"|not chosen|discarded|rejected"
        r"|weighed)|alternatives? considered|alternative wordings?|suggestions? (?:from|by|of|made|received)"
        r"|ideas|wish(?:es|[- ]?list)|complaints?|lawsuits?|court (?:rulings?|cases?)|verdicts?|slogans?|proverbs?"
        r"|sayings|jokes?"
        r"|marketing|promotional|counter-?examples?|homework|dialogues?|conversations? (?:with|between)"
        r"|thought experiments?"
        r"|hypothe(?:sis|ses|tical)|theor(?:y|ies|etical)|speculat\w+|habits? of|pilot (?:project|phase|study)"
        r"|trial (?:protocol|arms?)"
        r"|protocol of the (?:trial|study))\b",
        "holds what was not adopted, or only thought of",
    ),
    PlaceRule(
        r"\b(?:letters?|peer review\w*|reviewers?|referees?|remarks? (?:of|by|from)|comments?"
        r"|discussion(?:s of the)?|discussed"
        r"|deliberations?|wisdom|grandm\w+|grandpa\w*|disagree\w*|alternative (?:views?|opinions?|readings?)"
        r"|(?:until|before|up to|since|from|in|of)"
        r" (?:the )?(?:19|20)\d\ds?|\w+ edition|not yet|pending|open for|for discussion|under (?:review|discussion"
        r"|revision|consultation)"
        r"|suggested (?:text|wording|change)s?|attempts?|translat\w+|neighbours?|neighbors?|evidence to decision"
        r"|values and preferences"
        r"|rationale|justifications?|reasoning|scope|remit|mandate|votes?|voting|ballots?|polls?|audits?|terms"
        r"|who (?:pays|wrote|made|we are)|what (?:we|the (?:panel|group|committee|authors?)) (?:measured|found|heard"
        r"|discussed|considered|looked|did|asked)"
        r"|what (?:has changed|changed|is new|was new|s new)|learning (?:objectives|outcomes|goals)|(?:fun"
        r"|curious) facts|by-?laws|house rules"
        r"|(?:intervention|control|study|trial) arms?|arms of|study (?:design|procedures?|protocol|population)"
        r"|operating procedures? of the (?:study|trial)|statements? (?:of|by|from) (?:the )?(?:patients?|parents"
        r"|industry|company|minister|lay)"
        r"|scrapped|cancelled|mr|mrs|ms)\b",
        "weighs, tells or asks, and advises nothing",
        _DEFINES_CARE,
    ),
    PlaceRule(
        r"\b(?:epigraphs?|motto(?:e?s)?|maxims?|aphorisms?|adages?|proverbs?|sayings?|rhymes?|verses?|poems?"
        r"|poet(?:ry|s)?"
        r"|songs?|lyrics?|psalms?|inscriptions?|epilogues?|prologues?|oaths?|anecdot\w+|old masters?"
        r"|(?:words|thoughts?|lines?) (?:of|from|for) (?:an?|the) (?:old|poet|song|play|book|master|day)"
        r"|(?:classical|ancient) texts?|transcripts?|phrases to practi[sc]e|words (?:that )?(?:patients|people) use"
        r"|(?:sample|example|model|mock|case) (?:of an? )?(?:talks?|conversations?|visits?|calls?)|scene (?:\d"
        r"|\w+ in|in)"
        r"|back cover|(?:front|inside|outside) cover|(?:our|congress|media|commercial|industry) partners?"
        r"|partner[’']?s? (?:messages?|pages?|offers?)|commercials?|offers? of the (?:month|week|day)|classifieds?"
        r"|paid (?:content|for by)|coming soon|in preparation$|in the pipeline|beyond this (?:guideline|text|edition)"
        r"|working groups?|authorship|duties of the (?:secretary|chair|members?|panel)|patient partners|secretariat"
        r"|statutes|rules of (?:procedure|order))\b|^(?:insert|promotions?)$",
        "holds sayings, talk, offers or the panel's own rules",
    ),
)
"""In order; the first that fits says what a part is."""
