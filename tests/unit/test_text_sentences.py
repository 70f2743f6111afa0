"""Where sentences begin and end: hard cases by hand, and what holds for every text."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoth.text import sentences

ONE_SENTENCE = [
    # abbreviations
    "Analgesics (e.g. Ibuprofen) were given.",
    "Analgesics, e.g. Ibuprofen, were given.",
    "One exercise, i.e. Squats, was banned.",
    "Exercise vs. Usual care was compared.",
    "This was shown by Smith et al. Lancet editors agreed.",
    "Smith et al. (2010) found no difference.",
    "Smith et al. [3] found no difference.",
    "See Fig. 3 and Figs. A and B for the flow.",
    "Dr. Brown and Prof. Green adjudicated.",
    "Mean age was approx. 40 years.",
    "Doses of 5 mg i.v. Bolus and 10 mg p.o. Daily were given.",
    "It was taken b.i.d. by most patients.",
    "Item no. 5 and No. 12 were dropped.",
    "Candida spp. grew in all cultures.",
    "Patients of St. Thomas' Hospital took part.",
    "The U.S. Food and Drug Administration warned.",
    "The trial (Pfizer Inc. New York) was closed.",
    "It was published in Jan. 2010 and on Sept. 5.",
    "See p. 12 and vol. 3 for more.",
    # initials and genus names
    "J. Smith and A. B. Jones extracted the data.",
    "J.-P. Dupont reviewed them.",
    "E. coli and S. Typhimurium were found.",
    # numbers
    "The ratio was 0.71 (P<.05; p = .03).",
    "The ratio was 0.71 (95% CI, 0.71 to 1.42; P = .02).",
    "It rose by 0. 71 points.",
    "A p = . 03 was found.",
    "Mean age was 45. 6 years.",
    "Pressure was 120/80 mm Hg at 10 a.m. on day 1.",
    "Lancet. 2010;375:1695-702.",
    "It is in Nucleic Acids Res. 28, 235-242.",
    "Variants spanned c.1 to c.596 (BRCA1; RR 1.71).",
    # labels, lists and captions lead their sentence
    "RESULTS:We found no difference.",
    "METHODS: We searched PubMed.",
    "METHODS. We searched PubMed.",
    "Materials and methods. We searched PubMed.",
    "1. Offer exercise to all adults.",
    "2.1. Offer exercise to all adults.",
    "A. Offer exercise to all adults.",
    "(a). Offer exercise to all adults.",
    "iv. Offer exercise to all adults.",
    "Table 2. Outcomes at one year.",
    "Recommendation 3. Offer exercise to all adults.",
    "Figure 1A. Flow of patients.",
    # brackets keep what they hold
    "Two groups (exercise; see Methods. The control was rest) were formed.",
    "(We excluded three patients. They had asthma.)",
    # what follows the stop belongs to the sentence: grades, statistics, references
    "Offer exercise to adults. (Weak For; Reviewed, Amended)",
    "Offer exercise to adults. ( Strong Recommendation, Moderate-Quality Evidence )",
    "Screen all women. (B recommendation)",
    "Screen all women. [A]",
    "Screen all women. (Grade 1B).",
    "Use metformin. (IIIA)",
    "Pain was lower with exercise. (P = .03)",
    "Pain was lower with exercise. (95% CI 0.71 to 0.93)",
    "Suicidal ideas are asked for. (See Annotation E.)",
    "Pain was lower. [3, 4]",
    # broken sentences and addresses
    "He asked what? and left.",
    "It was ... not seen.",
    "It is at www.example.org. and doi:10.1016/j.jclinepi.2010.07.015 too.",
    "It is at https://example.org/a.b?c=d.e for all.",
    "One line\nbreak does not\r\nend a sentence.",
]

SEVERAL_SENTENCES = [
    # references glued to the end
    "It is common early.1,2| Subsequent work differs.",
    "It relieved pain.[3]| The dose was low.",
    "It relieved pain.[3,4]| The dose was low.",
    "It relieved pain.3-5| However, it was brief.",
    "It relieved pain.3–5| However, it was brief.",
    "It relieved pain.¹²| However, it was brief.",
    "It relieved pain.(3)| However, it was brief.",
    "It relieved pain.*| However, it was brief.",
    "It relieved pain. [3]| However, it was brief.",
    "It was known in 2010.3| However, it was brief.",
    # grades stay with what they grade, and the next sentence is free
    "Offer exercise. (Weak For)| The Work Group agreed.",
    "Offer exercise. [B]| The Work Group agreed.",
    "Pain fell. (P = .03)| Function did not change.",
    # abbreviations and units that do end a sentence
    "They took 5 mg.| The others took none.",
    "It was done at 10 a.m.| The rest was done later.",
    "It was sold in the U.S.| The price was high.",
    "This agrees with Smith et al.| However, numbers were small.",
    "They had vitamin D.| Patients in group B.| The rest had none.",
    "They had hepatitis C.| Patients were followed.",
    "It was cooled to 4 C.| Samples were frozen.",
    "They tested ibuprofen, naproxen, etc.| Patients were blinded.",
    "The answer was no.| Pain did not change.",
    # odd beginnings
    "Pain was seen.| 12 patients were lost.",
    "It was 0.71.| 12 patients were lost.",
    "It ended in 2010.| 12 patients were lost.",
    "It was lost.| p53 was mutated.",
    "It was lost.| mTOR was active.",
    "It was lost.| α-Synuclein was seen.",
    "It was lost.| n-3 fatty acids were not.",
    "It was lost.| Émile was not.",
    "It was lost.| “Quoted” words followed.",
    "It was lost.| (1) Exercise helps.| (2) Rest does not.",
    "Two groups exist: (1) exercise and (2) rest.| Both were small.",
    "It was lost.| 1. Exercise helps.| 2. Rest does not.",
    "It was lost.| • Exercise helps.",
    # marks after the stop
    'He said "it hurts."| She did not.',
    "He said “it hurts.”| She did not.",
    "It was so (see above).| She did not.",
    "It was 0.71 (95% CI, 0.71 to 1.42; P = .02).| Pain fell.",
    "(It was so.)| She did not.",
    "Was it so?| It was!| We left.",
    "It went on...| The rest stopped.",
    "It went on…| The rest stopped.",
    # spaces and breaks
    "BACKGROUND: It hurts. |RESULTS:We found none.",
    "It was found.|The rest was not.",
    "It was done.|RESULTS: We found none.",
    "A heading\n\n|The text begins.",
    "A heading\r\n\r\n|The text begins.",
    "A heading\n \t\n|the text begins",
    "A heading\u2029|the text begins",
    "It was lost.\u00a0|The rest\u2009was not.",
    "It was lost.\n|The rest was not.",
    "It was lost.\u200b |The rest was not.",
    "It is at www.example.org.| The rest is not.",
    # other scripts
    "膝が痛い。|運動をした。",
    "他说：“膝盖疼。”|他休息了。",
    "هل يؤلم؟| نعم.",
    "दर्द है।| आराम करें।",
    "Болит колено.| Нужен отдых.",
    "It hurts 😀.| The end 𝐀.| It was so.",
]


# In doubt it does not cut: a quotation too long is honest, one cut short is not.
LEFT_WHOLE = [
    "It was sold in the U.S. Prices were high.",
    "He was seen by J. Browning was not.",
    "It was given i.v. Blood was drawn.",
    "It hurts. 😀 is not a word.",
]


def cut(text: str) -> list[str]:
    """The sentences as slices of the text."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("text", [*ONE_SENTENCE, *LEFT_WHOLE])
def test_sentences_keeps_whole_what_one_sentence_says(text: str) -> None:
    """An abbreviation, a decimal, a label or a grade never tears a quotation in two."""
    assert [text] == cut(text)


@pytest.mark.parametrize("marked", SEVERAL_SENTENCES)
def test_sentences_cuts_at_each_mark_of_a_hard_case(marked: str) -> None:
    """A quotation ends where its sentence ends, references and grades included."""
    expected = [part.strip() for part in marked.split("|")]

    assert expected == cut(marked.replace("|", ""))


def test_sentences_of_nothing_are_none() -> None:
    """A text without words gives no sentence to quote."""
    assert () == sentences("")
    assert () == sentences(" \n\n\u2003\t ")


def test_sentences_never_part_a_word_from_its_combining_mark() -> None:
    """A decomposed letter stays whole, and so does a letter beyond the first plane."""
    text = "Le re\u0301sultat e\u0301tait bon. \U0001d400 was first."

    assert ["Le re\u0301sultat e\u0301tait bon.", "\U0001d400 was first."] == cut(text)


SPACES = [" ", "\n", "\n\n", "\r\n", "\u00a0", "\u200b", "\u2029", "\x85"]
MARKS = [".", "?", "…", "。", "(", ")", "[3]", "1,2", "’", '"', "•", "\u0301", ";"]
WORDS = ["The", "was", "e.g.", "al.", "J.", "p53", "0.71", "12", "RESULTS:", "(Grade A)", "\U0001f600", "膝"]
pieces = st.sampled_from([*SPACES, *MARKS, *WORDS])
texts = st.text() | st.lists(pieces).map("".join)


@given(texts)
@example("a.\u2029\u2029b")
@example("a\r\n\r\nb\r\n")
@example("\n\na. (P = 1) ")
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    """Extents are in order, trimmed and not empty, and only white space lies between them: nothing goes unquotable."""
    at = 0
    for start, end in sentences(text):
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(texts)
def test_sentences_end_at_every_blank_line(text: str) -> None:
    """Two paragraphs are cut as if each stood alone, so an index built by paragraph gives the same offsets."""
    parts = [part for part in re.split(r"\n\n", text) if part.strip()]

    joined = cut("\n\n".join(parts))

    assert joined == [sentence for part in parts for sentence in cut(part)]


@given(texts)
def test_sentences_are_the_same_whatever_white_space_stands_around(text: str) -> None:
    """White space around a text moves its offsets and nothing else."""
    assert cut(text) == cut(f"  \n{text}\n ")


UNITS = ["a", ".", ". ", "e.g. ", ". a", ".1,", "a ( b. C ", "(((( A. B ", "\n", " \n", "\n \n", ".) ", "a. (P = 1) "]
UNITS += ["a. (P = 1). ", '."', "。", "1. ", ".A", ".THE ", "1, 2", "[3] ", "\u0301"]


@pytest.mark.parametrize("unit", UNITS)
def test_sentences_takes_ten_times_as_long_for_ten_times_the_text(unit: str) -> None:
    """No text, however odd, stalls an ingest: a megabyte without an end costs a megabyte of work."""
    small, large = (seconds_for("b. " + unit * (length // len(unit)) + " b") for length in (20_000, 200_000))

    assert large < 40 * max(small, 0.001)


def seconds_for(text: str) -> float:
    """Processor time of one cut, the best of three."""
    took = []
    for _ in range(3):
        began = time.process_time()
        sentences(text)
        took.append(time.process_time() - began)
    return min(took)
