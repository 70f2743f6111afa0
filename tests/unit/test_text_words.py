"""Folding, match tokens and stems: which two spellings are the same word, and which are not."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoth.search.analysis import analyse, term_of
from quoth.text import Token, fold, match_tokens, spelling, stem
from quoth.text.folding import strip_marks
from quoth.text.tokens import form_of, match_words

SAME_WORDS = [
    ("TNF-α", "TNF-alpha"),
    ("TNFα", "tnf‐alpha"),
    ("β-blockers", "beta blockers"),
    ("P<.05", "p < 0.05"),
    ("0·71", "0.71"),
    ("1,000 women", "1000 women"),
    ("5mg", "5 mg"),
    ("5 µg", "5 mcg"),
    ("5 \u03bcg", "5 \u00b5g"),
    ("5-HT", "5HT"),
    ("120/80", "120 / 80"),
    ("Crohn’s", "Crohn's"),
    ("double–blind", "double-blind"),
    ("\uff11\uff12 \uff2d\uff32\uff29", "12 MRI"),
    ("Sjögren", "Sjo\u0308gren"),
    ("Sjögren", "Sjogren"),
    ("inter\u00adcept", "intercept"),
    ("ﬁbre", "fiber"),
    ("œdema", "edema"),
    ("oedema", "edema"),
    ("lymphoedema", "lymphedema"),
    ("haemorrhage", "hemorrhage"),
    ("anaemia", "anemia"),
    ("leukaemia", "leukemia"),
    ("hyperkalaemia", "hyperkalemia"),
    ("ischaemic", "ischemic"),
    ("anaesthesia", "anesthesia"),
    ("paediatric", "pediatric"),
    ("orthopaedic", "orthopedic"),
    ("oestrogen", "estrogen"),
    ("oesophageal", "esophageal"),
    ("foetal", "fetal"),
    ("diarrhoea", "diarrhea"),
    ("dyspnoea", "dyspnea"),
    ("coeliac", "celiac"),
    ("gynaecology", "gynecology"),
    ("caesarean", "cesarean"),
    ("faeces", "feces"),
    ("aetiology", "etiology"),
    ("tumours", "tumors"),
    ("colour", "color"),
    ("behavioural", "behavioral"),
    ("randomised", "randomized"),
    ("randomisation", "randomization"),
    ("analyse", "analyze"),
    ("centre", "center"),
    ("millilitres", "milliliters"),
    ("programme", "program"),
    ("labelled", "labeled"),
    ("counselling", "counseling"),
    ("sulphate", "sulfate"),
    ("ageing", "aging"),
    ("manoeuvre", "maneuver"),
]

DIFFERENT_WORDS = [
    ("5 mg", "5 µg"),
    ("0.71", "71"),
    ("1,2", "12"),
    ("hypertension", "hypotension"),
    ("p53", "p63"),
    ("IL-6", "IL-8"),
    ("acid", "aecid"),
    ("our", "or"),
    ("hour", "hor"),
    ("women", "men"),
]

FORMS = [
    ("0.71 to 1.42", ["0.71", "to", "1.42"]),
    ("early.1,2 Subsequent", ["early", "1", "2", "subsequent"]),
    ("−0.5", ["0.5"]),
    ("12.5%", ["12.5"]),
    ("p53 and CD4+", ["p53", "and", "cd4"]),
    ("don't", ["don't"]),
    ("12,345.6", ["12345.6"]),
    ("1,0000", ["1", "0000"]),
    ("膝が痛い", ["膝が痛い"]),
    ("x_y", ["x", "y"]),
    ("", []),
    ("… — !", []),
]

STEMS = {
    "exercise": "exercise exercises exercised exercising",
    "therapy": "therapy therapies",
    "metastasis": "metastasis metastases",
    "orthosis": "orthosis orthoses",
    "diagnosis": "diagnosis diagnoses",
    "analysis": "analysis analyses analyse analysed analysing",
    "thrombosis": "thrombosis thromboses",
    "prosthesis": "prosthesis prostheses",
    "psoriasis": "psoriasis psoriases",
    "insole": "insole insoles",
    "tape": "tape taping taped tapes",
    "run": "run runs running",
    "stretch": "stretch stretching stretches stretched",
    "strengthen": "strengthen strengthening strengthened",
    "injection": "injection injections",
    "dose": "dose doses dosing dosed",
    "glucose": "glucose",
    "brace": "brace braces bracing",
    "squat": "squat squats squatting",
    "control": "control controls controlled controlling",
    "study": "study studies studied studying",
    "apply": "apply applied applies",
    "use": "use uses used using",
    "reduce": "reduce reduced reducing reduces",
    "compare": "compare compared comparing",
    "require": "require required requiring",
    "prescribe": "prescribe prescribed prescribing",
    "treat": "treat treated treating treats",
    "measure": "measure measured measuring measures",
    "imp": "imp imps",
    "headache": "headache headaches",
    "virus": "virus viruses",
    "vertebra": "vertebra vertebrae",
    "criterion": "criterion criteria",
    "child": "child children child's",
    "woman": "woman women",
    "patient": "patient patients patients' patient's",
    "disease": "disease diseases",
    "kinase": "kinase kinases",
    "crohn": "crohn crohn's",
    "injury": "injury injuries",
    "response": "response responses",
    "mass": "mass masses",
    "index": "index indices indexes",
}

LEFT_ALONE = """
    diabetes herpes rabies scabies series species pancreas bias pregnant aids tens sars ards kras inos lens pus
    gas during morning sibling hundred need bed thing p53 il6 cd4 0.71 12 2s naproxen infliximab methotrexate
    aspirin warfarin paclitaxel lantus cialis eliquis actos biceps quadriceps arthritis tinnitus uterus illness
    mass hypotension whereas ring
"""


@pytest.mark.parametrize(("one", "other"), SAME_WORDS)
def test_match_tokens_gives_two_spellings_one_form(one: str, other: str) -> None:
    """A question in American spelling finds a British guideline, in whatever type it was set."""
    assert forms(one) == forms(other) != []


@pytest.mark.parametrize(("one", "other"), DIFFERENT_WORDS)
def test_match_tokens_keeps_apart_what_differs(one: str, other: str) -> None:
    """Folding never makes one dose, number or word into another."""
    assert forms(one) != forms(other)


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_match_tokens_reads_numbers_and_words(text: str, expected: list[str]) -> None:
    """Decimals stay whole, hyphenated words and pairs of numbers come apart."""
    assert expected == forms(text)


def test_match_tokens_gives_offsets_into_the_text_as_it_stands() -> None:
    """A match is shown in the source's own characters, so offsets are those of the source."""
    assert [Token(1, 4, "tnf"), Token(4, 5, "alpha"), Token(9, 15, "edema")] == match_tokens(
        " TNFα —  œde\u0301ma?"[:17]
    )


@given(st.text() | st.text("aé0.,·αµ'’-\u0301\u00ad\u200b ßİ", max_size=30))
@example("İstanbul ǅ ﬃ ½ ² Ⅷ")
def test_match_tokens_slice_folds_to_its_form(text: str) -> None:
    """Each token lies in order inside the text, is not empty, and its slice alone gives the same form again."""
    at = 0
    for token in match_tokens(text):
        assert at <= token.start < token.end <= len(text)
        assert token.form
        assert token.form in {again.form for again in match_tokens(text[token.start : token.end])}
        at = token.end


@given(st.text() | st.text("aé0.,·αµ'’-\u0301\u00ad\u200b ßİ", max_size=30))
def test_words_without_offsets_are_the_same_words(text: str) -> None:
    """The index reads a text without offsets, because that is three times as fast; it must read the same words."""
    forms = [form for word in match_words(text) if (form := form_of(word))]
    assert [token.form for token in match_tokens(text)] == forms
    assert [term for form in forms if (term := term_of(form))] == analyse(text)


@given(st.text())
def test_match_tokens_miss_no_letter_and_no_digit(text: str) -> None:
    """What is not in a token is no letter and no number, so nothing that could match is passed over."""
    covered = {at for token in match_tokens(text) for at in range(token.start, token.end)}

    assert not [char for at, char in enumerate(text) if at not in covered and unicodedata.category(char)[0] in "L"]


@given(st.text())
@example("ẞ ſ ͅ ᾳ İ")
def test_fold_twice_changes_nothing(text: str) -> None:
    """Two folded texts can be compared whenever they were folded."""
    assert fold(text) == fold(fold(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Double–Blind\u00a0 Trial\n", "double-blind trial"),
        ("ﬁbre", "fibre"),
        ("\u201cOne\u201d ’s", '"one" \'s'),
        ("a\u200bb", "ab"),
        ("Straße", "strasse"),
        ("−0.5", "-0.5"),
        ("oedema α é", "oedema α é"),
    ],
)
def test_fold_unifies_type_and_nothing_else(text: str, expected: str) -> None:
    """Width, case, dashes, quotation marks and spaces are type; spelling is not."""
    assert expected == fold(text)


@pytest.mark.parametrize(("expected", "words"), STEMS.items())
def test_stem_is_shared_by_the_forms_of_one_word(expected: str, words: str) -> None:
    """A question about taping finds a guideline on tape."""
    assert {expected} == {stem(word) for word in words.split()}


@pytest.mark.parametrize("word", LEFT_ALONE.split())
def test_stem_leaves_alone_what_only_looks_like_an_ending(word: str) -> None:
    """Diseases, drugs, genes, acronyms and numbers keep every letter."""
    assert word == stem(word)


@given(st.text(st.characters(max_codepoint=127)))
def test_marks_are_stripped_of_plain_letters_as_of_any(text: str) -> None:
    """Text without a single marked letter goes a shorter way; a marked letter beside it takes the long one."""
    assert strip_marks(text) + "|e" == strip_marks(text + "|é")


@given(st.text())
def test_stem_of_any_text_is_never_empty_unless_it_was(text: str) -> None:
    """A word is never stemmed away."""
    assert bool(stem(text)) == bool(text)


def forms(text: str) -> list[str]:
    """The folded forms alone."""
    return [token.form for token in match_tokens(text)]


_BESIDE = "iz yz e ed es ing ers ation able label model travel ll or cent fib lit re red s"


@given(st.lists(st.sampled_from((*spelling._PARTS, *_BESIDE.split())), min_size=1, max_size=4))
def test_a_word_that_is_passed_over_is_one_that_no_rule_changes(parts: list[str]) -> None:
    """Most words have none of the letters that any rule needs, and are not held against all rules."""
    word = "".join(parts)
    changed = spelling._PART.sub(lambda part: spelling._PARTS[part[0]], word) != word
    changed = changed or any(pattern.search(word) for pattern, _ in spelling._ENDINGS)
    assert spelling._MAY_DIFFER.search(word) or not changed
