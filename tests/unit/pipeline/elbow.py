"""A pack of one guideline on the elbow, in editions that a test chooses."""

from pathlib import Path

KNEE = "Does taping the kneecap work?"


PACK = """
quoth_pack: 1
pack: {pack}
version: '{version}'
title: Elbow pain
rendition: summary
editor: {editor}
as_of: 2026-11-23
licence: CC-BY-4.0
condition: elbow pain
question: What helps elbow pain?
common_questions: []
concepts:
  - {{name: elbow pain, kind: condition, lay: [sore elbow], clinical: [lateral elbow pain]}}
  - {{name: elbow brace, kind: intervention, group: braces, lay: [elbow strap]}}
differences: []
records:
  - id: guide-2020
    type: guideline
    issuer: Elbow Society
    title: Guide to the elbow
    title_verified: true
    authors: [Doe J]
    journal: Elbow
    year: 2020
    retraction: not checked
    seen: full text
    conditions: [elbow pain]
    population: adults with elbow pain
    interventions: [elbow brace]
    figures_usable: true
    key_results: []
    conclusion: {{text: A brace is an option., interventions: [elbow brace], facets: [benefit]}}
    recommendations:
      - text: {words}
        strength: weak
        certainty: low
        interventions: [elbow brace]
        action: consider
        action_by: editor, from 'may'
        facets: [benefit]
"""


def pack_file(folder: Path, *, words: str = "An elbow brace may be tried.", **given: str) -> Path:
    """A pack of one guideline with one recommendation."""
    values = {"pack": "elbow", "version": "1.0", "editor": "a hospital"} | given
    file = folder / f"{values['pack']}-{values['version']}.yaml"
    file.write_text(PACK.format(words=words, **values), encoding="utf-8")
    return file
