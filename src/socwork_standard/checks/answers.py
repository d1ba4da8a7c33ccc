"""A whole answer of each kind that the program writes, as it wrote it; a test reads each with its schema."""
# ruff: noqa: E501 - a sentence of an answer stays on one line

DECISION = """\
{
 "format": 1,
 "standard": "Q88100061",
 "edition": "2024-125",
 "data_sha256": "99be9e30bdc54561133a56cd7193d3ade036af6ceb6413e38722317fe57ab707",
 "record": "1215",
 "record_sha256": "629eacf9361727e7a0027795c066e217beae6f6165c5c2a31c6687d0ebfe8566",
 "language": "en",
 "card": 12,
 "category": "none",
 "as_of": "2025-06-02",
 "status": "needs_evidence",
 "by_preset": {
  "practice": "needs_evidence",
  "literal": "not_eligible"
 },
 "in_force": true,
 "eligible_from": null,
 "eligible_from_in_force": null,
 "policy": null,
 "assumed": [],
 "missing": [
  {
   "requirement": "12.education",
   "what": "education[1]: the speciality of the diploma",
   "document": "diploma with its supplement",
   "kind": "fact"
  }
 ],
 "contested": [
  {
   "reading": "higher-diploma",
   "outcomes": {
    "accept": [
     "needs_evidence"
    ],
    "reject": [
     "not_eligible"
    ]
   },
   "question": "Does a diploma above the level named satisfy the requirement, in a named speciality?"
  }
 ],
 "settles": [],
 "changes": [
  {
   "steps": [
    "Diploma: Technical and vocational education (worker professions); speciality: Social work"
   ],
   "from": null
  }
 ],
 "findings": [
  {
   "id": "12.education.1",
   "kind": "diploma",
   "outcome": "unknown",
   "quote": "ТЖКБ (жұмысшы кәсіптері); Әлеуметтік жұмыс; -",
   "point": "12",
   "text": "Diploma: Technical and vocational education (worker professions); speciality: Social work – read strictly; read leniently: Diploma: Technical and vocational education (worker professions) or above; speciality: Social work (reading: higher-diploma)",
   "children": [],
   "found": [
    "education[1]: Higher education; «Услуги» = Services – does not answer this"
   ]
  },
  {
   "id": "12.experience.none",
   "kind": "always",
   "outcome": "met",
   "quote": "санаты жоқ - жұмыс өтіліне талаптар қойылмайды.",
   "point": "12",
   "text": "Nothing is asked for",
   "children": []
  }
 ],
 "notes": [
  "The card spans levels 3, 4; without a category either may be meant.",
  "The standard does not cover bars to employment (Social Code, art. 68) and attestation (art. 64, 65); they are not checked here."
 ]
}
"""

PLAN = """\
{
 "format": 1,
 "standard": "Q88100061",
 "data_sha256": "99be9e30bdc54561133a56cd7193d3ade036af6ceb6413e38722317fe57ab707",
 "record": "0420",
 "record_sha256": "e66fda9bcd95b9f7bcd6d4fbcdee32e0d7de605efccb42f6cd4a2589c16d6113",
 "language": "en",
 "card": 9,
 "category": "none",
 "as_of": "2025-06-02",
 "status": "reachable",
 "in_force": true,
 "policy": null,
 "ways": [
  {
   "number": 1,
   "arrival": "2025-07-02",
   "in_force": true,
   "length": [
    0,
    1,
    0
   ],
   "learning_months": 1,
   "attestations": 0,
   "study_beside_work": false,
   "steps": [
    {
     "number": 1,
     "kind": "course",
     "text": "Short course for the profession",
     "start": "2025-06-02",
     "end": "2025-07-02",
     "after": [],
     "months": 1,
     "assumption": "course.short_course",
     "card": null,
     "category": null,
     "asked_by": "9:none",
     "words": [
      "9.experience.1"
     ],
     "quote": "практикалық тәжірибе және/немесе қысқа мерзімді оқыту.",
     "asks": "A completed short course for the profession",
     "readings": [],
     "in_force": true
    }
   ],
   "milestones": [
    {
     "card": 10,
     "category": "none",
     "day": "2025-07-02"
    },
    {
     "card": 11,
     "category": "none",
     "day": "2025-07-02"
    }
   ],
   "record": {
    "id": "0420",
    "education": [
     {
      "level": "general_secondary",
      "completed": "2012"
     }
    ],
    "experience": [],
    "training": [
     {
      "kind": "short_course",
      "completed": "2025-07-02"
     }
    ]
   }
  }
 ],
 "assumptions": [
  {
   "id": "course.short_course",
   "text": "Short course for the profession",
   "months": 1,
   "confirmed": false,
   "source": "skills.enbek.kz names no common length; ask the provider"
  }
 ],
 "readings": [
  {
   "reading": "practice-kind",
   "question": "Does any work count as practice, or this kind of work?",
   "answer": "any",
   "arrival": "2025-06-03"
  }
 ],
 "evidence": [],
 "why": [],
 "nearest": [],
 "notes": [
  "Where the order can be read in more ways than one and no policy has chosen, the strictest reading was taken, so that the plan holds under every one.",
  "Lengths of study, courses and attestation are not in the order; they are assumptions (study-lengths.yaml). A vacant post and admission to study are taken for granted.",
  "Counting of service (a convention, the order does not state one): overlaps count once; an unbroken stretch reaches N years on the anniversary of its first day; several stretches are added as years, months and days, 30 days to a month; part-time counts whole; service counts up to the day before the check.",
  "The standard does not cover bars to employment (Social Code, art. 68) and attestation (art. 64, 65); they are not checked here."
 ]
}
"""

MAPPING = """\
{
 "format": 1,
 "standard": "Q88100061",
 "data_sha256": "99be9e30bdc54561133a56cd7193d3ade036af6ceb6413e38722317fe57ab707",
 "outcomes": [
  {
   "course": "SW2201",
   "outcome": "LO1",
   "language": "en",
   "state": "suggested",
   "suggestions": [
    {
     "competency": "draw-up-individual-plan",
     "items": [
      "14.1.1.a2"
     ],
     "evidence": [
      "individual",
      "plan",
      "family"
     ],
     "matches": [
      {
       "word": "individual",
       "label_word": "individual",
       "by": "stem"
      },
      {
       "word": "plan",
       "label_word": "plan",
       "by": "stem"
      },
      {
       "word": "family",
       "label_word": "family",
       "by": "stem"
      }
     ],
     "confidence": "strong",
     "decision": "suggested"
    }
   ],
   "added": []
  },
  {
   "course": "SW2201",
   "outcome": "LO2",
   "language": "en",
   "state": "no_match",
   "suggestions": [],
   "added": []
  }
 ],
 "coverage": {
  "14": {
   "confirmed": 0,
   "suggested": 1,
   "rejected_only": 0,
   "gap": 46
  }
 }
}
"""
