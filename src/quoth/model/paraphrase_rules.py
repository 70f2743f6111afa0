"""What a free paraphrase has to keep, whatever a judge says of it: a closed table of word classes, read by the checker.

A paraphrase may change words, order and grammar. It may not gain what decides what a sentence says, nor lose what
limits it: no class of this table may stand in the sentence and not in the cited words, and those of the cited words
have to stand in the sentence, but for groups that a shorter sentence may leave out. Words within one class may replace
each other ("rose" for "increased"); words of no class are left to the measured judge. Numbers, units, intervals and
names are held besides (`quoth.check.paraphrase`).
"""

from dataclasses import dataclass

__all__ = ["COUNTED", "LIMITING", "MAY_BE_LEFT_OUT", "MEASURE_NAMES", "SMALL_WORDS", "WORD_CLASSES", "WordClass"]


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that say the same thing of what is held. A star stands for any ending."""

    name: str
    group: str
    words: str
    """Parted by blanks; an underscore stands for a blank within a word."""


WORD_CLASSES: tuple[WordClass, ...] = (
    WordClass(
        "not",
        "negation",
        "not no never none neither nor without cannot n't nobody nothing lack* absence absent fail* unable "
        "free_of rather_than instead non-* nonsignificant ineffective insufficient inadequate inconsistent "
        "incomplete inactive independent* unlikely unaffected unchanged unrelated unclear unknown untreated "
        "uncommon unsafe impossible disappear*",
    ),
    WordClass(
        "up", "direction", "increas* rise* rose rising rais* elevat* gain* upregulat* enhanc* lengthen* prolong*"
    ),
    WordClass(
        "more",
        "direction",
        "higher more greater larger longer exceed* above over commoner stronger faster earlier older",
    ),
    WordClass("the most", "direction", "highest most greatest largest longest strongest fastest earliest oldest best"),
    WordClass(
        "down", "direction", "decreas* reduc* fall* fell lowered lowers lowering declin* drop* loss lost shorten*"
    ),
    WordClass(
        "less",
        "direction",
        "lower fewer less smaller shorter below under rarer weaker slower later younger",
    ),
    WordClass("the least", "direction", "lowest fewest least smallest shortest weakest slowest latest youngest worst"),
    WordClass(
        "better",
        "direction",
        "better improv* benefi* effective* superior* favour* favor* help* advantag* protect* recover* relie* eas* well",
    ),
    WordClass("worse", "direction", "worse worsen* deteriorat* inferior* harm* impair* aggravat* danger* unsafe"),
    WordClass("alike", "direction", "similar* same alike equal* comparable equivalent unchanged"),
    WordClass("differ", "direction", "differ* change* significan*"),
    WordClass("start", "direction", "start* initiat* begin* began introduc* onset"),
    WordClass("stop", "direction", "stop* discontinu* withdraw* cease* end*"),
    WordClass(
        "cause",
        "relation",
        "caus* because due_to lead* led result_in results_in resulted_in induc* trigger* produc* responsible "
        "therefore thus hence so",
    ),
    WordClass("go together", "relation", "associat* correlat* link* relat* predict* risk_factor* connect*"),
    WordClass("prevent", "relation", "prevent* block* inhibit* suppress* avoid* stops spare*"),
    WordClass(
        "but",
        "relation",
        "but however although though whereas while despite yet except* unless excluding apart_from other_than even",
    ),
    WordClass("if", "relation", "if when whether where provided in_case once until"),
    WordClass("or", "and-or", "or either"),
    WordClass("both", "and-or", "both"),
    WordClass(
        "may",
        "doubt",
        "may might could can possib* potential* perhaps probab* likely unlikely seem* appear* suggest* tend* "
        "uncertain* unclear limited insufficient conflicting hypothes* believ* presum* estimat* trend",
    ),
    WordClass("about", "doubt", "about around approximately roughly nearly almost circa"),
    WordClass("should", "strength", "should recommend* offer* advise* advice propose*"),
    WordClass("must", "strength", "must required need needs needed necessar* essential mandatory always"),
    WordClass("consider", "strength", "consider* option* conditional* weak* optional suggest*"),
    WordClass("strong", "strength", "strong* certain* proven proof confirm* clear* definit* demonstrat*"),
    WordClass("low", "strength", "low very_low low-quality low-certainty"),
    WordClass("moderate", "strength", "moderate* intermediate"),
    WordClass("high", "strength", "high high-quality high-certainty"),
    WordClass("all", "scope", "all every* each any always whole complete* entire* full*"),
    WordClass("some", "scope", "some several part* certain subgroup* subset*"),
    WordClass("most", "scope", "most majority mainly mostly usual* general* typical* often frequent* common*"),
    WordClass("few", "scope", "few minority rare* seldom hardly uncommon*"),
    WordClass("only", "scope", "only alone solely exclusive* just limited_to single"),
    WordClass("many", "scope", "many numerous multiple dozens hundreds"),
    WordClass("routine", "scope", "routine*"),
    WordClass("severe", "scope", "severe* serious*"),
    WordClass("mild", "scope", "mild* slight* small modest marginal* little"),
    WordClass("large", "scope", "large* substantial* marked* considerabl* strong* lot much"),
    WordClass("acute", "scope", "acute*"),
    WordClass("chronic", "scope", "chronic* long-term persist* lasting"),
    WordClass("short", "scope", "short-term short* brief* transient*"),
    WordClass("recurrent", "scope", "recurr* repeat* relaps*"),
    WordClass("primary", "scope", "primary first-line first"),
    WordClass("secondary", "scope", "secondary second-line second"),
    WordClass("women", "population", "women woman female* girl* mother* maternal"),
    WordClass("men", "population", "men man male* boy* father*"),
    WordClass(
        "children",
        "population",
        "child* paediatric* pediatric* infant* newborn* neonat* toddler* baby babies school*",
    ),
    WordClass("adolescents", "population", "adolescen* teen* young"),
    WordClass("adults", "population", "adult*"),
    WordClass("old", "population", "elder* older old aged postmenopaus*"),
    WordClass("pregnant", "population", "pregnan* breastfeed* lactat*"),
    WordClass("healthy", "population", "health* volunteer*"),
    WordClass("animals", "population", "mice mouse rat rats animal* murine cell cells vitro"),
    WordClass("athletes", "population", "athlet* runner* military recruit* soldier*"),
    WordClass("inpatients", "population", "inpatient* hospitali* intensive_care"),
    WordClass("at home", "population", "home outpatient* community ambulatory"),
    WordClass("in care", "population", "institution* care_home* nursing_home* residential"),
    WordClass("smokers", "population", "smok*"),
    WordClass("obese", "population", "obes* overweight"),
    WordClass("than", "comparator", "than compar* versus vs against relative_to over"),
    WordClass("placebo", "comparator", "placebo* dummy"),
    WordClass("usual care", "comparator", "usual_care standard_care standard_treatment conventional"),
    WordClass(
        "control", "comparator", "control controls untreated no_treatment no_intervention waiting wait-list waitlist"
    ),
    WordClass("sham", "comparator", "sham"),
    WordClass("alone", "comparator", "alone monotherapy"),
    WordClass(
        "together",
        "comparator",
        "combin* together added add* plus along_with alongside with_or_without",
    ),
    WordClass("before", "time", "before prior baseline preoperativ* pre-*"),
    WordClass("after", "time", "after follow* later subsequent* postoperativ* post-* within by_the_end at_the_end"),
    WordClass("daily", "time", "daily a_day per_day each_day once_daily"),
    WordClass("weekly", "time", "weekly a_week per_week"),
    WordClass("oral", "route", "oral* tablet* by_mouth"),
    WordClass("topical", "route", "topical* gel cream applied skin"),
    WordClass("injected", "route", "inject* intravenous* infus* intramuscular*"),
    WordClass("left", "place", "left"),
    WordClass("right", "place", "right"),
    WordClass("head", "place", "head headache* migraine* cranial"),
    WordClass("eye", "place", "eye eyes ocular vision retina* macula*"),
    WordClass("ear", "place", "ear ears eardrum* otitis hearing"),
    WordClass("neck", "place", "neck cervical"),
    WordClass("back", "place", "low_back lumbar lumbago sciatica"),
    WordClass("spine", "place", "spine spinal disc discs vertebra*"),
    WordClass("facet joint", "place", "facet"),
    WordClass("sacroiliac joint", "place", "sacroiliac"),
    WordClass("shoulder", "place", "shoulder* rotator_cuff"),
    WordClass("elbow", "place", "elbow*"),
    WordClass("wrist and hand", "place", "wrist* hand hands carpal"),
    WordClass("hip", "place", "hip hips gluteal"),
    WordClass("knee", "place", "knee knees kneecap* patell* femor*"),
    WordClass("foot", "place", "foot feet ankle* heel* plantar"),
    WordClass("heart", "place", "heart cardiac cardiovascular coronary myocardial"),
    WordClass("brain", "place", "brain stroke* cerebral seizure* epilep*"),
    WordClass("lung", "place", "lung* pulmonary respiratory asthma pneumonia"),
    WordClass("kidney", "place", "kidney* renal pyelonephritis nephro*"),
    WordClass("bladder", "place", "bladder urinary cystitis"),
    WordClass("liver", "place", "liver hepat*"),
    WordClass("gut", "place", "gut bowel* intestin* gastro* stomach colorectal"),
    WordClass("skin disease", "place", "eczema dermat* psoria*"),
    WordClass("death", "outcome", "mortalit* death* die* dead"),
    WordClass("survival", "outcome", "surviv* alive"),
    WordClass("pain", "outcome", "pain* ache*"),
    WordClass("function", "outcome", "function*"),
    WordClass("quality of life", "outcome", "quality_of_life"),
    WordClass("harm", "outcome", "adverse* side_effect* harm* toxic* complication*"),
    WordClass("bleeding", "outcome", "bleed* haemorrhag* hemorrhag*"),
    WordClass("infection", "outcome", "infect* sepsis"),
    WordClass("mood", "outcome", "depress*"),
    WordClass("anxiety", "outcome", "anxi*"),
    WordClass(
        "relative",
        "measure",
        "relative odds-ratio odds_ratio rr hr relative_risk risk_ratio hazard* smd standardised standardized",
    ),
    WordClass("absolute", "measure", "absolute risk_difference nnt nnh"),
    WordClass("sensitivity", "measure", "sensitivity"),
    WordClass("specificity", "measure", "specificity"),
    WordClass("incidence", "measure", "incidence new_cases"),
    WordClass("prevalence", "measure", "prevalence"),
    WordClass("points of a percentage", "measure", "percentage_point percentage_points"),
    WordClass("mean", "measure", "mean average"),
    WordClass("median", "measure", "median"),
    WordClass("randomised", "design", "randomi* rct*"),
    WordClass("review", "design", "review* meta-anal* cochrane"),
    WordClass(
        "observed",
        "design",
        "observational cohort* case-control cross-sectional survey* registr* case_series pilot",
    ),
)

_SMALL = (
    "a about amid among amongst an and are as at be been being came come comes did do does for found from gave get "
    "gets give given gives got had has have having in into is it its itself made make makes of on reported showed "
    "shown shows that the their them there these they this those to upon was we were which who whom whose with"
)
SMALL_WORDS: frozenset[str] = frozenset(_SMALL.split(" "))
"""Words that a sentence which is nearly the quote may change freely; "not", "no", "or", "may" and the like are none."""

MEASURE_NAMES: tuple[tuple[str, str], ...] = (
    ("standardised mean difference", "smd"),
    ("standardized mean difference", "smd"),
    ("mean difference", "md"),
    ("risk ratio", "rr"),
    ("relative risk", "rr"),
    ("odds ratio", "odds-ratio"),
    ("hazard ratio", "hr"),
    ("confidence interval", "ci"),
)
"""Names of measures, each with its short form: the same measure, written out or not."""

COUNTED: frozenset[str] = frozenset({"not", "or"})
"""Classes whose words are counted, not only looked for: two negations are not one."""

LIMITING: frozenset[str] = frozenset({"negation", "doubt", "population", "comparator", "strength"})
"""Groups that hold a part of the cited words to the rest: a part with one of them cannot be left out, but for
"about"."""

MAY_BE_LEFT_OUT: frozenset[str] = frozenset({"direction", "outcome", "design", "measure"})
"""Groups that say what else was found: a sentence that is silent on them says less, and nothing wrong. None of them may
be gained, and a measure stays wherever a number does."""
