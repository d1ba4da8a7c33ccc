"""An example of coverage as JSON; its lists by function, skill, competency, technology and service are shortened."""

COVERAGE = """\
{
 "format": 1,
 "standard": "Q88100061",
 "edition": "2024-125",
 "data_sha256": "6cd9f1de61a5187aa85e850c3b6597ec265883a0bab486fd298b18b91c623168",
 "as_of": "2026-11-21",
 "superseded": [
  14
 ],
 "programme": "Social work",
 "cards": [
  14
 ],
 "competencies": 47,
 "counts": {
  "confirmed": 1,
  "suggested": 0,
  "not_reviewed": 0,
  "rejected_only": 0,
  "gap": 46
 },
 "outcomes": {
  "number": 2,
  "reviewed": 0,
  "begun": 1,
  "not_reviewed": 0,
  "no_match": 1
 },
 "credits": {
  "confirmed": 5,
  "suggested": 0,
  "courses_without_credits": 0
 },
 "all_credits": 10,
 "by_card": [
  {
   "id": "14",
   "competencies": 47,
   "counts": {
    "confirmed": 1,
    "suggested": 0,
    "not_reviewed": 0,
    "rejected_only": 0,
    "gap": 46
   },
   "courses": [
    "SW2201"
   ],
   "open_courses": [],
   "credits": {
    "confirmed": 5,
    "suggested": 0,
    "courses_without_credits": 0
   }
  }
 ],
 "by_function": [
  {
   "id": "14.1",
   "competencies": 25,
   "counts": {
    "confirmed": 1,
    "suggested": 0,
    "not_reviewed": 0,
    "rejected_only": 0,
    "gap": 24
   },
   "courses": [
    "SW2201"
   ],
   "open_courses": [],
   "credits": {
    "confirmed": 5,
    "suggested": 0,
    "courses_without_credits": 0
   }
  }
 ],
 "by_skill": [
  {
   "id": "14.1.1",
   "competencies": 16,
   "counts": {
    "confirmed": 1,
    "suggested": 0,
    "not_reviewed": 0,
    "rejected_only": 0,
    "gap": 15
   },
   "courses": [
    "SW2201"
   ],
   "open_courses": [],
   "credits": {
    "confirmed": 5,
    "suggested": 0,
    "courses_without_credits": 0
   }
  }
 ],
 "by_technology": [
  {
   "id": "social-service-provision",
   "competencies": 4,
   "counts": {
    "confirmed": 0,
    "suggested": 0,
    "not_reviewed": 0,
    "rejected_only": 0,
    "gap": 4
   },
   "courses": [],
   "open_courses": [],
   "credits": {
    "confirmed": 0,
    "suggested": 0,
    "courses_without_credits": 0
   }
  }
 ],
 "by_service": [
  {
   "id": "social-medical-service",
   "competencies": 1,
   "counts": {
    "confirmed": 0,
    "suggested": 0,
    "not_reviewed": 0,
    "rejected_only": 0,
    "gap": 1
   },
   "courses": [],
   "open_courses": [],
   "credits": {
    "confirmed": 0,
    "suggested": 0,
    "courses_without_credits": 0
   }
  }
 ],
 "by_competency": [
  {
   "competency": "draw-up-individual-plan",
   "items": [
    "14.1.1.a2"
   ],
   "state": "confirmed",
   "not_reviewed": false,
   "courses": [
    {
     "course": "SW2201",
     "state": "confirmed",
     "not_reviewed": false,
     "outcomes": [
      "LO1"
     ]
    }
   ],
   "credits": {
    "confirmed": 5,
    "suggested": 0,
    "courses_without_credits": 0
   }
  },
  {
   "competency": "use-digital-mobile-applications",
   "items": [
    "14.1.1.a6"
   ],
   "state": "gap",
   "not_reviewed": false,
   "courses": [],
   "credits": {
    "confirmed": 0,
    "suggested": 0,
    "courses_without_credits": 0
   }
  }
 ],
 "by_course": [
  {
   "course": "SW2201",
   "title": "Methods and technologies of social work",
   "semester": 3,
   "credits": 5,
   "counts": {
    "confirmed": 1,
    "suggested": 0,
    "not_reviewed": 0,
    "rejected_only": 0,
    "gap": 46
   },
   "outcomes": {
    "number": 1,
    "reviewed": 0,
    "begun": 1,
    "not_reviewed": 0,
    "no_match": 0
   }
  },
  {
   "course": "GE1101",
   "title": "Mathematics",
   "semester": 1,
   "credits": 5,
   "counts": {
    "confirmed": 0,
    "suggested": 0,
    "not_reviewed": 0,
    "rejected_only": 0,
    "gap": 47
   },
   "outcomes": {
    "number": 1,
    "reviewed": 0,
    "begun": 0,
    "not_reviewed": 0,
    "no_match": 1
   }
  }
 ],
 "by_semester": [
  {
   "semester": 1,
   "courses": [
    "GE1101"
   ],
   "credits": 5,
   "counts": {
    "confirmed": 0,
    "suggested": 0,
    "not_reviewed": 0,
    "rejected_only": 0,
    "gap": 47
   },
   "first_confirmed": 0,
   "confirmed_so_far": 0
  },
  {
   "semester": 3,
   "courses": [
    "SW2201"
   ],
   "credits": 5,
   "counts": {
    "confirmed": 1,
    "suggested": 0,
    "not_reviewed": 0,
    "rejected_only": 0,
    "gap": 46
   },
   "first_confirmed": 1,
   "confirmed_so_far": 1
  }
 ],
 "touch_nothing": [
  "GE1101"
 ],
 "over_taught": {
  "median": 1,
  "least_courses": 3,
  "competencies": []
 },
 "award": {
  "given": "higher",
  "level": "higher",
  "suggestion": null,
  "cards": [
   {
    "card": 14,
    "sqf": [
     5
    ],
    "named": [
     "post_secondary"
    ],
    "relation": "above"
   }
  ]
 },
 "decisions": {
  "number": 1,
  "counted": 1,
  "stale": 0,
  "disputed": 0,
  "replaced": 0,
  "unplaced": 0,
  "people": [
   {
    "by": "department of social work",
    "decisions": 1,
    "first": "2026-11-20",
    "last": "2026-11-20"
   }
  ]
 }
}
"""
