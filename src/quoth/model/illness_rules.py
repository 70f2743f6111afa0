"""Names of illnesses and injuries, for no library in particular: a table read by several sides, each with its own code.

A library's own vocabulary knows the conditions of its packs. A question names others: what somebody has besides, or an
illness that a guideline of the library is on. Which words can name one is ordinary medical English, and stands here:
by name, or by how a word ends. Signs that many illnesses share (pain, cough, fever) are none, nor are people,
ages, tests and treatments. Names are in small letters, in one spelling as `quoth.text` folds it;
plurals go with them.
"""

__all__ = [
    "ILLNESS_ENDING",
    "ILLNESS_HEADS",
    "ILLNESS_NAMES",
    "NOT_HAD_AFTER",
    "NOT_HAD_BEFORE",
    "NO_ILLNESS",
    "TELLS_NO_KIND",
]

ILLNESS_ENDING = (
    r"[a-z]{2,}(?:itis|itides|osis|oma|omas|omata|aemia|emia|pathy|algia|plegia|paresis|trophy"
    r"|ectasis|ectasia|penia|cytosis|megaly|philia|plasia|sclerosis|stenosis|phobia|mania)"
)
"""How a word ends that names an illness, for the whole word."""

_NO_ILLNESS = """
diagnosis diagnoses prognosis prognoses hypnosis osmosis symbiosis meiosis mitosis apoptosis phagocytosis anastomosis
homoeopathy homeopathy osteopathy naturopathy allopathy telepathy sympathy antipathy empathy apathy aroma aromas
diploma diplomas stomas stoma chroma academia bohemia atrophy hypertrophy trophy nostalgia metamorphosis
"""
NO_ILLNESS = frozenset(_NO_ILLNESS.split())
"""Words that end so and name none."""

_ILLNESS_HEADS = """
disease disorder syndrome cancer carcinoma tumour infection fracture failure ulcer palsy rupture dislocation
deficiency poisoning hernia prolapse dystrophy haemorrhage thrombosis embolism aneurysm cyst abscess allergy
intolerance dependence addiction
"""
ILLNESS_HEADS = frozenset(_ILLNESS_HEADS.split())
"""Words that name an illness together with the one before them: "coeliac disease", "heart failure"."""

_TELLS_NO_KIND = """
a an the my your his her its our their this that these those any some no all each every another other such what which
one two three four five several many few more most further first second third last next new old same acute chronic
severe serious mild moderate bad worse recurrent repeated frequent common rare simple minor major active current
previous past known underlying suspected possible and or of with without for after before from in on to by is are was
were has have had get gets got
"""
TELLS_NO_KIND = frozenset(_TELLS_NO_KIND.split())
"""Words before such a word that do not say which it is: "my infections", "a severe disease"."""

ILLNESS_NAMES = """
abscess, achalasia, acne, acromegaly, acute coronary syndrome, addison, adhd, aids, alcoholism, alopecia, alzheimer,
amblyopia, amenorrhoea, amyloidosis, anaemia, anaphylaxis, anemia, aneurysm, angina, angioedema, anorexia, anorexia
nervosa, anthrax, aortic stenosis, aphasia, appendicitis, arrhythmia, arthritis, asbestosis, ascites, asperger,
asthma, astigmatism, ataxia, atherosclerosis, atopy, atrial fibrillation, atrial flutter, autism, bedsore, bell's
palsy, beriberi, bipolar, bladder cancer, blepharitis, blindness, botulism, brain injury, brain tumour, breast cancer,
bronchiectasis, bronchiolitis, bronchitis, brucellosis, bulimia, bunion, burnout, bursitis, cachexia, cancer, candida,
candidiasis, cardiac arrest, cardiomyopathy, caries, carpal tunnel, cataract, cauda equina, celiac, cellulitis,
cerebral palsy, chickenpox, chilblain, chlamydia, cholangitis, cholecystitis, cholera, cirrhosis, cleft lip, cleft
palate, club foot, cluster headache, coarctation, coeliac, colic, colitis, coma, concussion, conjunctivitis,
constipation, copd, corn, coronavirus, covid, cradle cap, cretinism, crohn, croup, cryptorchidism, cushing, cystic
fibrosis, deafness, decompression sickness, deep vein thrombosis, dehydration, delirium, dementia, dengue, depression,
dermatitis, developmental dysplasia, diabetes, diabetic foot, diabetic ketoacidosis, diphtheria, diverticulitis, down
syndrome, drowning, dry eye, dvt, dyslexia, dyslipidaemia, dyslipidemia, dysmenorrhoea, dyspepsia, dysphagia,
dyspraxia, dystonia, ebola, eclampsia, ectopic pregnancy, eczema, emphysema, empyema, encephalitis, endocarditis,
endometriosis, enuresis, epicondylitis, epiglottitis, epilepsy, erectile dysfunction, erysipelas, exophthalmos, factor
v leiden, familial hypercholesterolaemia, fibroid, fibromyalgia, fistula, flu, food poisoning, frostbite, frozen
shoulder, gallstone, ganglion, gangrene, gastritis, gastroenteritis, genital herpes, genital wart, giardia,
gingivitis, glandular fever, glaucoma, glue ear, goitre, golfer's elbow, gonorrhoea, gout, guillain barre,
haemochromatosis, haemophilia, haemorrhoid, hay fever, head injury, head lice, heart attack, heart block, heart
failure, heartburn, heat stroke, hemochromatosis, hemophilia, hemorrhoid, hepatitis, hernia, herpes, hirsutism, hiv,
hodgkin, huntington, hydrocephalus, hydronephrosis, hyperemesis, hyperhidrosis, hyperlipidaemia, hyperlipidemia,
hypertension, hyperthyroid, hyperthyroidism, hypoglycaemia, hypogonadism, hypospadias, hypotension, hypothermia,
hypothyroid, hypothyroidism, impetigo, impotence, incontinence, infertility, influenza, insomnia, intermittent
claudication, intussusception, iritis, irritable bowel, ischaemia, ischemia, jaundice, kawasaki, keloid, keratitis,
keratosis, ketoacidosis, kidney stone, labyrinthitis, lactose intolerance, laryngitis, lazy eye, legionnaire,
leishmaniasis, leprosy, leptospirosis, leukaemia, leukemia, lichen planus, listeria, long qt, lumbago, lupus, lyme,
lymphoedema, lymphoma, macular degeneration, malaria, malnutrition, marfan, mastitis, mastoiditis, measles, melanoma,
meniere, meningitis, menorrhagia, mesothelioma, migraine, miscarriage, molluscum, motion sickness, motor neurone,
mpox, mrsa, multiple sclerosis, mumps, muscular dystrophy, myasthenia, myocardial infarction, myocarditis, myopia,
narcolepsy, nephrotic, neuralgia, neuropathy, neutropenia, norovirus, obesity, obsessive compulsive, oedema,
osteoarthritis, osteomyelitis, osteopenia, osteoporosis, otitis, ovarian cyst, overactive bladder, paget,
pancreatitis, panic attack, panic disorder, paraplegia, parkinson, parkinsonism, patent ductus, pelvic inflammatory,
pemphigus, peptic ulcer, pericarditis, periodontitis, peritonitis, perthes, pertussis, peyronie, pharyngitis,
phenylketonuria, phlebitis, pink eye, plague, plantar fasciitis, pleurisy, pneumoconiosis, pneumonia, pneumothorax,
polio, poliomyelitis, polycystic ovary, polycythaemia, polymyalgia, polyp, porphyria, post traumatic stress,
pre-eclampsia, preeclampsia, pressure sore, preterm labour, priapism, proctitis, prostate cancer, prostatitis,
psoriasis, psychosis, ptsd, pulmonary embolism, pulmonary fibrosis, pyelonephritis, q fever, quadriplegia, rabies,
raynaud, reflux, renal failure, retinoblastoma, retinopathy, rhabdomyolysis, rheumatic fever, rheumatoid, rhinitis,
rickets, ringworm, rosacea, rotator cuff, rotavirus, rubella, salmonella, sarcoidosis, sarcoma, scabies, scarlet
fever, schistosomiasis, schizophrenia, sciatica, scleroderma, scoliosis, scurvy, seizure, sepsis, septicaemia,
shigella, shingles, sickle, silicosis, sinusitis, sjogren, sleep apnoea, slipped disc, smallpox, spina bifida, spinal
cord injury, spinal stenosis, spondylolisthesis, spondylosis, sprain, squint, stillbirth, strabismus, stroke, stye,
subarachnoid, sunburn, sunstroke, syncope, syphilis, tachycardia, tapeworm, tay sachs, tendinopathy, tendonitis,
tennis elbow, tetanus, tetraplegia, thalassaemia, thalassemia, thoracic outlet, threadworm, thrombophilia, thrombosis,
thrush, thyroid cancer, thyrotoxicosis, tinnitus, tonsillitis, torticollis, tourette, toxic shock, toxoplasmosis,
transient ischaemic attack, trichomonas, trigger finger, tuberculosis, turner syndrome, typhoid, typhus, ulcer,
undescended testis, urticaria, uti, uveitis, varicella, varicocele, varicose vein, vasculitis, verruca, vertigo,
vitiligo, von willebrand, wart, west nile, whiplash, whooping cough, wilson, yeast infection, yellow fever, zika,
zoster
"""
"""Names by themselves, parted by commas; a name of several words is a name only as a whole."""

NOT_HAD_BEFORE = (
    r"\b(?:no|not|never|without|non|free of|ruled out|prevent(?:s|ing)?|prevention of|avert|avoid|ward off|protect"
    r"|against|(?:lower|reduce|raise|increase)s?|(?:risk|chance|likelihood|odds|rates?) of|how likely|likely|cause[sd]?"
    r"|causing|lead(?:s|ing)? to|bring(?:s|ing)? on|trigger(?:s|ing)?|give[sn]?)\b(?:\W+\w+){0,3}\W*$"
)
NOT_HAD_AFTER = r"[- ](?:prevention|prophylaxis|risk|rates?)\b"
"""Nobody has what is denied, what is to be prevented, and what a treatment may bring."""

TOLD_BY = {
    "ulcer": "gastrointestinal gastric gastroprotection gi gut stomach bleeding bleed",
    "heart attack": "cardiovascular coronary myocardial cvd",
    "stroke": "cardiovascular cerebrovascular cvd",
    "heart failure": "cardiac ejection",
    "kidney failure": "renal ckd egfr",
    "fracture": "osteoporosis",
}
"""Words by which advice speaks of an illness without its name, for whoever has it: by name, each by itself."""
