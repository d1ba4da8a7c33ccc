"""What is written about graduates, dropped courses and encoders; long lists are shortened to one or a few entries."""
# ruff: noqa: E501 - a sentence of an answer stays on one line

GRADUATE = """\
{
 "format": 1,
 "standard": "Q88100061",
 "data_sha256": "6cd9f1de61a5187aa85e850c3b6597ec265883a0bab486fd298b18b91c623168",
 "language": "en",
 "programme": "Social work (example)",
 "as_of": "2025-06-30",
 "award": {
  "level": "higher",
  "speciality": null,
  "speciality_code": "6B11401",
  "qualification": "Bachelor of social work"
 },
 "not_known": [],
 "policy": null,
 "record": {
  "education": [
   {
    "level": "higher",
    "speciality_code": "6B11401",
    "qualification": "Bachelor of social work",
    "completed": "2025-06-30"
   }
  ],
  "experience": [],
  "training": []
 },
 "first_day": [
  {
   "card": 10,
   "category": "none",
   "status": "not_eligible",
   "by_preset": {
    "practice": "not_eligible",
    "literal": "not_eligible"
   },
   "in_force": true,
   "shut": [
    {
     "requirement": "10.experience",
     "what": "one of: Service: 1 year | A completed short course for the profession",
     "quote": "кемінде 1 жыл практикалық жұмыс тәжірибесі және/немесе қысқа мерзімді оқыту."
    }
   ],
   "not_known": [],
   "contested": [],
   "settles": []
  },
  {
   "card": 13,
   "category": "none",
   "status": "needs_ruling",
   "by_preset": {
    "practice": "eligible",
    "literal": "not_eligible"
   },
   "in_force": true,
   "shut": [],
   "not_known": [],
   "contested": [
    {
     "reading": "higher-diploma",
     "outcomes": {
      "accept": [
       "eligible"
      ],
      "reject": [
       "not_eligible"
      ]
     },
     "question": "Does a diploma above the level named satisfy the requirement, in a named speciality?"
    }
   ],
   "settles": [
    {
     "higher-diploma": "accept"
    }
   ]
  },
  {
   "card": 15,
   "category": "none",
   "status": "eligible",
   "by_preset": {
    "practice": "eligible",
    "literal": "not_eligible"
   },
   "in_force": true,
   "shut": [],
   "not_known": [],
   "contested": [],
   "settles": []
  }
 ],
 "later": [
  {
   "post": 15,
   "post_status": "eligible",
   "years": 3,
   "as_of": "2028-06-30",
   "attested": [
    {
     "category": "second",
     "on": "2026-06-30"
    }
   ],
   "record": {
    "post": "social-work-specialist",
    "education": [
     {
      "level": "higher",
      "speciality_code": "6B11401",
      "qualification": "Bachelor of social work",
      "completed": "2025-06-30"
     }
    ],
    "experience": [
     {
      "position": "social-work-specialist",
      "category": "none",
      "social_protection": true,
      "start": "2025-06-30",
      "end": "2026-06-29"
     },
     {
      "position": "social-work-specialist",
      "category": "second",
      "social_protection": true,
      "start": "2026-06-30",
      "end": "ongoing"
     }
    ],
    "training": []
   },
   "opened": [
    {
     "card": 15,
     "category": "first",
     "status": "eligible",
     "by_preset": {
      "practice": "eligible",
      "literal": "not_eligible"
     },
     "in_force": false,
     "shut": [],
     "not_known": [],
     "contested": [],
     "settles": []
    }
   ]
  }
 ],
 "coverage": [
  {
   "card": 15,
   "first_day": "eligible",
   "competencies": 43,
   "confirmed": 0,
   "suggested": 0
  }
 ],
 "advisory": [
  "ADVISORY: for points 12, 13, 14, 15, 16 the wording in force on 2028-06-30 is not held, or the standard was not in force yet. The answers show what the wording held says. To mend it, add the edition to the data."
 ],
 "notes": [
  "The graduate is invented: this award and nothing else, completed on the first day; no service and no course before. What is asked of a person beside (foreign diplomas, earlier diplomas) is not in it.",
  "The later answers suppose unbroken work in one post, from the first day, in an organisation of social protection, and an attestation on the very day on which its years are full.",
  "A category is given by attestation, never by years alone: this answer says only whether the condition for applying is met.",
  "The standard does not cover bars to employment (Social Code, art. 68) and attestation (art. 64, 65); they are not checked here."
 ]
}
"""

WHAT_IF = """\
{
 "format": 1,
 "standard": "Q88100061",
 "data_sha256": "6cd9f1de61a5187aa85e850c3b6597ec265883a0bab486fd298b18b91c623168",
 "programme": "Social work (example)",
 "dropped": [
  "SW1"
 ],
 "credits_lost": 5.0,
 "credits_left": 4.0,
 "credits_not_known": [],
 "lost_confirmed": [],
 "lost_suggested": [
  {
   "competency": "case-management-technologies",
   "items": [
    "16.2.1.k6",
    "17.2.2.k6"
   ],
   "functions": [
    "16.2",
    "17.2"
   ],
   "courses": [
    "SW1"
   ],
   "left": "nothing"
  }
 ],
 "cards": [
  {
   "card": 14,
   "competencies": 47,
   "before": {
    "confirmed": 0,
    "suggested": 4
   },
   "after": {
    "confirmed": 0,
    "suggested": 0
   }
  }
 ]
}
"""

ENCODER_WEIGHTS = """\
{
 "format": 1,
 "encoder_sha256": "5f0cd2a4d5b2f1e7b7d1f3f0f6a39d5b6d9c1c0f0a55c4b1f7f0f3f2e8b1a7c3",
 "edition": "2024-125",
 "weight": 0.35,
 "decisions": 412,
 "fitted_on": 61,
 "held_back": 60,
 "without": 0.7412,
 "with_encoder": 0.7903
}
"""
