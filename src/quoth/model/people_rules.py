"""Which people, or animals, words speak of: one table, read by two sides, each with its own code.

How the rows are meant to be read, so that two readers agree:

- What a record says of the people it studied are its title, its population, and its MeSH headings (check tags are among
  them: "Aged", "Child", "Humans"). `DENIED` is taken out of such words before they are read: "adults, not pregnant"
  names adults.
- A record is about other people than those asked about when a group of the question is not named in it while the group
  that excludes it is. About groups in `NOT_COVERED_BY_GENERAL` silence is no evidence.
- `LEFT_OUT` is the part of a statement's bounds that says who or what is not meant. Where a question, unless it denies
  something itself (`DENIES`), names a case that stands in such a part and nowhere else, the statement is not about it:
  "children other than those with discharge". In a statement's own words, where a "not" is mostly what is advised, only
  what stands behind people counts (`LEFT_OUT_OF_WORDS`): "women who have never smoked".
- A record is an animal or laboratory study when its editor says so; else, where it has MeSH headings of "Animals" or
  "Humans", when it has the first without the second; else by its title: `LABORATORY_IN_TITLE` unless
  `PATIENTS_IN_TITLE`, `ANIMALS_IN_TITLE` unless `PEOPLE_IN_TITLE`.
- Patterns are Python regular expressions, read without regard to capitals. None of them can backtrack at length.
"""

from dataclasses import dataclass

__all__ = [
    "ANIMALS_IN_TITLE",
    "DENIED",
    "DENIES",
    "GROUPS",
    "LABORATORY_IN_TITLE",
    "LEFT_OUT",
    "LEFT_OUT_OF_WORDS",
    "MAY_BECOME",
    "NOT_COVERED_BY_GENERAL",
    "PATIENTS_IN_TITLE",
    "PEOPLE_IN_TITLE",
    "PeopleGroup",
]


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """A group of people, the words that name it in titles, concept names and MeSH, and the group that it excludes."""

    name: str
    pattern: str
    excludes: str = ""


_NOT_MEASURED = r"(?! (?:progression|events?|outcomes?|admissions?|deaths?|risk))"
"""Behind an illness these make it something that was measured, in whomever."""

GROUPS: tuple[PeopleGroup, ...] = (
    PeopleGroup(
        "children",
        r"\b(?:child(?:ren|hood)?|paediatric|pediatric|infants?|neonat\w+|newborns?|toddlers?|preschool|boys|girls"
        r"|school-?age)\b",
        "adults",
    ),
    PeopleGroup(
        "adolescents",
        r"\b(?:adolescen\w+|teen(?:age\w*|s)?|young people|youths?|(?:people|patients|persons|anyone|everyone|those)"
        r" (?:aged )?(?:(?:over|above|from|older than) 1[0-6]|1[0-6] (?:years )?(?:and|or) (?:over|older|above)))\b",
        "adults",
    ),
    PeopleGroup(
        "adults",
        r"\b(?:adults?|aged(?! (?:\d|between|from|under|over|up to|less|more|at|below|above|one|two|three))"
        r"|middle aged|elderly|older (?:people|adults|persons|men|women)|geriatric)\b",
        "children",
    ),
    PeopleGroup("pregnant women", r"\b(?:pregnan\w+|gestation\w*|antenatal|prenatal|breast-?feeding|lactating)\b"),
    PeopleGroup("men", r"\b(?:men|males?|boys)\b", "women"),
    PeopleGroup("women", r"\b(?:women|females?|girls)\b", "men"),
    PeopleGroup(
        "people with kidney disease",
        rf"\b(?:(?:kidney|renal) (?:disease|impairment|insufficiency|failure){_NOT_MEASURED}|ckd"
        r"|(?:kidney failure|renal insufficiency), chronic|(?:reduced|impaired|poor) (?:kidney|renal) function"
        # KDIGO, doi:10.1038/kisup.2012.64: below 60 ml/min
        r"|dialysis|(?:e?gfr|creatinine clearance)(?: [a-z]+){0,4} [1-5]?\d(?!\d))\b",
    ),
    PeopleGroup(
        "people with liver disease",
        rf"\b(?:(?:liver|hepatic) (?:diseases?|impairment|insufficiency|failure){_NOT_MEASURED}|cirrhosis|cirrhotic"
        r"|(?:reduced|impaired|poor) liver function)\b",
    ),
)
SEX_TOLD = {
    "women": r"\b(?:she|hers?|herself|woman|female|lady|girl|mother|mum|mom|mummy|mommy|wife|girlfriend|sister|daughter"
    r"|aunt|auntie|niece|gran|granny|grandma|grandmother|granddaughter|nana|nanna|\d{2,3} ?(?:yo |y/o )?(?-i:F))\b",
    "men": r"\b(?:he|him|his|himself|man|male|gentleman|boy|father|dad|daddy|husband|boyfriend|brother|son|uncle|nephew"
    r"|grandad|granddad|grandpa|grandfather|grandson|\d{2,3} ?(?:yo |y/o )?(?-i:M))\b",
}
"""Words of a question that tell of which sex somebody is, where they tell of one alone."""
NOT_COVERED_BY_GENERAL = frozenset(
    {"children", "adolescents", "pregnant women", "people with kidney disease", "people with liver disease"}
)
"""Trials leave these out unless they say otherwise, so silence about them is not evidence for them."""

DENIED = (
    r"\b(?:non|not|excluding|except(?:ing)?(?: for)?|other than|outside(?: of)?|without)[- ]?(?:in |for |being )?"
    r"(?:pregnan\w+|children|infants|adolescents|breast-?feeding|lactating)\b"
)

MAY_BECOME = (
    r"\b(?:(?:could|might|may|can) (?:become|get|be) pregnant|(?:pregnancy|child-?bearing|reproductive) potential"
    r"|plan(?:s|ning)? (?:a |for )?pregnancy|preconception)\b"
)
"""Who may be with child one day is not: such words name no pregnant women."""

LEFT_OUT = (
    r"\b(?:other than|except(?:ing)?(?: for| in)?|excluding|apart from|but not|unless)\b[^;.()]*"
    r"|\b(?:without|no|not|non)\b[- ]?[^,;.()]*?(?=\bbut\b|[,;.()]|$)"
)
_PEOPLE = r"(?:adults|women|men|people|persons|patients|children|adolescents|infants|individuals|those|anyone)"
_SPELT_OUT = r"(?:(?<=\s)\([^()]{1,200}\) ?)*"
"""What is said not to be had, told again in brackets: "no heart disease (such as angina or a stroke)"."""
LEFT_OUT_OF_WORDS = (
    rf"\b{_PEOPLE}(?: [\w-]+){{0,4}} (?:who|that)(?: (?:have|has|had|are|is|were|do|does|did))? (?:never|not|no longer)"
    rf"(?: been| had)? [^,;.()]*{_SPELT_OUT}|\b{_PEOPLE}(?: [\w-]+){{0,4}} (?:without|free of) [^,;.()]*{_SPELT_OUT}"
)
DENIES = (
    r"\b(?:no|not|non|nothing|none|without|never|except|excluding|unless|isn|aren|don|doesn|didn|hasn|haven|cannot"
    r"|can['’]?t|won['’]?t|stopped|unable|in(?:adequate|sufficient|complete|effective|toleran\w+)|poor|little|lack\w*"
    r"|fail\w*)\b"
)

ANIMALS_IN_TITLE = (
    r"\b(?:rats?|mice|mouse|murine|rabbits?|dogs?"
    r"|canine(?! (?:retraction|teeth|tooth|impaction|distali))"
    r"|cats?|feline|pigs?|porcine|swine|piglets?|sheep|ovine|horses?"
    r"|equine|zebrafish|monkeys?|macaques?|hamsters?|guinea[- ]pigs?|broilers?|cattle|bovine|rodents?|primates?"
    r"|drosophila|goats?|ferrets?|baboons?|gerbils?|animal models?|caenorhabditis|c\. elegans|laying hens?|cows?|calves"
    r"|lambs?|beagles?|rhesus|db/db|dba/1|c57bl(?:/6)?|balb/c|wistar|sprague[- ]dawley|trout|xenopus)\b"
)
PEOPLE_IN_TITLE = (
    r"\b(?:patients?|women|men|children|adults?|humans?|people|participants?|volunteers?|infants?|owners?|allerg\w+)\b"
)
LABORATORY_IN_TITLE = (
    r"\b(?:in[- ]vitro(?! (?:fertili|maturation))|ex vivo|cell lines?|cultured (?:[\w-]+ ){0,2}cells?|cell culture"
    r"|cell cultures?|cadaver(?:s|ic)?|organoids?|(?:endothelial|epithelial|smooth muscle|pluripotent stem"
    r"|primary) cells?|(?:hela|mcf-?7|hek[- ]?293|caco-?2|a549|hepg2|jurkat)(?: cells?)?)\b"
)
PATIENTS_IN_TITLE = (
    r"\b(?:patients?|women|men|children|adults?|people|participants?|volunteers?|infants?|first[- ]in[- ]humans?)\b"
)
