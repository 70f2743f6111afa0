"""Words beside a condition's name that make it another condition: tables read by two sides, each with its own code.

They are read without regard to capitals; what stands before a name is parted from it by a blank or a hyphen.
"""

__all__ = ["MADE_OTHER_AFTER", "MADE_OTHER_BEFORE"]

MADE_OTHER_BEFORE = (
    # where it sits
    r"pulmonary|interstitial|portal|intracranial|ocular|renal|renovascular|hepatic|cardiac|cerebral|cranial|spinal"
    r"|cervical"
    r"|thoracic|lumbar|abdominal|pelvic|dental|nasal|gastric|intestinal|colonic|rectal|ovarian|uterine|prostatic"
    r"|bladder|pancreatic|biliary|vascular|venous|arterial|coronary|dermal|cutaneous|retinal|corneal|auditory"
    r"|vestibular|laryngeal|tracheal|bronchial|muscular|thyroid|adrenal|pituitary|hip|hand|ankle|shoulder|elbow|wrist"
    r"|foot|heel|neck|facial|temporomandibular"
    # what brought it about, or when
    r"|gestational|pregnancy[- ]induced|idiopathic|neonatal|postpartum|postnatal|perinatal|antenatal|prenatal"
    r"|postoperative|postherpetic|juvenile|monogenic|(?:drug|steroid)[- ]induced"
    # which kind
    r"|bipolar|manic|type[- ]?(?:1|i|one)|t1|insulin[- ]dependent|latent autoimmune"
)
MADE_OTHER_AFTER = r"(?:,? mellitus)?,? (?:insipidus|type[- ]?(?:1|i|one)|externa|interna)\b"
