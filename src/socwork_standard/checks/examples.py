"""A whole example of each format, short and invented where it can be; a test reads each with its model."""

CARD = """\
point: 9
slug: personal-assistant
heading: {kk: '"Жеке көмекші" мамандығының карточкасы'}
group_code: {label: 'Топтың коды:', kk: 5320-2}
occupation_code: {label: Қызметтер атауларының коды, kk: 5320-2-003}
name: {id: 9.name, label: 'Кәсіптің атауы:', kk: Жеке көмекші, ru: Индивидуальный помощник, en: Personal assistant}
level: {label: 'СБШ бойынша біліктілік деңгейі:', kk: 1-2, levels: [1, 2]}
sub_level: {label: 'СБШ бойынша кіші деңгейі:', kk: ""}
reference_qualification: {kk: санатсыз}
education:
  id: 9.education
  label: 'Кәсіптік білім беру деңгейі:'
  rows:
    - id: 9.education.1
      level:
        label: 'Білім деңгейі:'
        kk: бастауыш немесе жалпы орта білім беру
        is: [primary, general_secondary]
      speciality: {label: 'Мамандығы:', kk: '-'}
      qualification: {label: 'Біліктілік:', kk: '-'}
experience:
  id: 9.experience
  label: 'Жұмыс тәжірибесіне қойылатын талаптар:'
  clauses:
    - {id: 9.experience.1, kk: практикалық тәжірибе және/немесе қысқа мерзімді оқыту.}
nonformal: {id: 9.nonformal, kk: қысқа мерзімді курстар арналған skills.enbek.kz .}
rule:
  all_of:
    - diploma: 9.education.1
    - any_of:
        - service: any
          posts: {by_reading: practice-kind, answers: {any: any, this_work: this_work}}
          words: 9.experience.1
        - {training: short_course, words: 9.experience.1}
other_names:
  label: 'Қызметтің негізгі мақсаты:'
  entries:
    - id: 9.other_name.1
      kk: 5320-2-003 – жеке күтім бойынша қызмет көрсететін жұмыскер.
      code: 5320-2-003
purpose: {id: 9.purpose, kk: 'Жүріп-тұруында қиындықтары бар МБА сүйемелдеу.'}
function_list:
  label: 'Еңбек функцияларының тізбесі:'
  mandatory:
    label: 'Міндетті еңбек функциялары:'
    entries:
      - {id: 9.list.1, kk: Жүріп-тұруында қиындықтары бар МБА сүйемелдеуді ұйымдастыру.}
  optional: {label: 'Қосымша еңбек функциялар:', entries: []}
functions:
  - id: 9.1
    number: 1
    kind: mandatory
    label: 'Еңбек функциясы 1:'
    kk: жүріп-тұруында қиындықтары бар МБА-ға ілесіп жүруді ұйымдастыру.
    skills:
      - id: 9.1.1
        number: 1
        label: 'Дағды 1:'
        kk: жүріп-тұруы кезінде негізгі қызметтерді жүзеге асыру.
        abilities:
          label: 'Машығы:'
          items:
            - {id: 9.1.1.a1, printed: 1, kk: МБА-мен байланыстар орнату.}
        knowledge:
          label: 'Білімі:'
          items:
            - {id: 9.1.1.k1, printed: 1, kk: Жұмыспен қамту саласындағы цифрлық платформалар.}
personal_competencies: {id: 9.personal, kk: 'Жауапкершілік, дербестік, адалдық.'}
technical_regulations: {kk: ""}
links:
  entries:
    - {id: 9.link.1, level: {kk: 2-3}, name: {kk: Әлеуметтік көмекші}, card: 10}
"""

ORDER = """\
title: {id: order.title, kk: кәсіптік стандартын бекіту туралы}
act: {id: order.act, kk: 2024 жылғы 30 сәуірдегі № 125 бұйрығы.}
notes:
  - {id: note.1, kk: ЗҚАИ-ның ескертпесі!, about: [3.9]}
preamble: {id: order.preamble, kk: 'БҰЙЫРАМЫН:'}
clauses:
  - {id: order.1, printed: 1, kk: кәсіптік стандарты бекітілсін.}
signature: {id: order.signature, kk: Министр}
annex: {id: annex, kk: бұйрығына қосымша}
annex_title: {id: annex.title, kk: кәсіптік стандарты}
chapters:
  - {id: chapter.1, kk: 1-тарау. Жалпы ережелер}
scope: {id: 1, printed: 1, label: 'Осы кәсіптік стандарттың қолданылу саласы:', kk: қолданылады.}
terms_intro: {id: 2, printed: 2, kk: 'Осы кәсіптік стандартта келесі терминдер мен анықтамалар қолданылады:'}
terms:
  - {id: 2.6, printed: 6, term: {kk: кәсіп}, meaning: {kk: жеке тұлға жүзеге асыратын кәсіп түрі;}}
abbreviations_intro: {id: 3, printed: 3, kk: 'Осы кәсіптік стандартта келесі қысқартулар қолданылады:'}
abbreviations:
  - {id: 3.9, printed: 9, term: {kk: АЖ}, meaning: {kk: ақпараттық жүйе.}}
name: {id: 4, printed: 4, label: 'Кәсіптік стандарттың атауы:', kk: Әлеуметтік жұмыс}
code: {id: 5, printed: 5, label: 'Кәсіптік стандарттардың коды:', kk: Q88100061.}
activities_intro: {id: 6, printed: 6, kk: 'ЭҚЖЖ сәйкес секцияны көрсету:'}
activities:
  - lines:
      - {id: 6.1.1, code: Q, kk: Денсаулық сақтау және халыққа әлеуметтік қызмет көрсету;}
summary: {id: 7, printed: 7, kk: кәсіптік стандарт жалпы талаптарды белгілейді.}
cards_intro: {id: 8, printed: 8, kk: 'Кәсіптер карточкаларының тізбесі:'}
cards:
  - {id: 8.1, printed: 1, kk: Жеке көмекші - СБШ 1-2-деңгейі;, card: 9, levels: [1, 2]}
cards_heading: {id: chapter.3, kk: Кәсіптердің карточкалары}
technical:
  - {id: 24, printed: 24, label: 'Нұсқа нөмірі және шығарылған жылы:', kk: '1 нұсқа, 2024 жыл.'}
omissions:
  - {id: order.signature.name, after: Министр, what: "the signatory's name: personal data"}
"""

EDITIONS = """\
standard: Q88100061
name:
  kk: Әлеуметтік жұмыс және әлеуметтік саланың басқа да кәсіптері
  ru: Социальная работа и другие профессии социальной сферы
  en: Social work and other professions of the social sphere
namespace: 6f1d1c52-0f0b-5c4e-9d0e-2b7c8a4e9f10
translations_note: {kk: Бейресми аударма., ru: Неофициальный перевод., en: Unofficial translation.}
editions:
  - id: 2024-125
    act: order-125-2024
    adopted: 2024-04-30
    title: {kk: № 125 бұйрық, ru: Приказ № 125, en: Order No. 125}
    held: true
    wordings:
      - points: [9, 10, 11]
        valid_from: 2025-01-01
      - points: [12, 13]
        valid_from: 2025-01-01
        valid_to: 2026-07-11
        replaced_by: 2026-109
  - id: 2026-109
    act: order-109-2026
    adopted: 2026-03-31
    title: {kk: № 109 бұйрық, ru: Приказ № 109, en: Order No. 109}
    held: false
    wordings:
      - points: [12, 13]
        valid_from: 2026-07-12
"""

READINGS = """\
presets:
  - {id: practice, label: {kk: Практика, ru: Практика, en: Practice}}
  - {id: literal, label: {kk: Сөзбе-сөз, ru: Буквально, en: Literal}}
readings:
  - id: practice-kind
    question:
      kk: Практикалық тәжірибе кез келген жұмыста ма, әлде осы түрдегі жұмыста ма?
      ru: Опыт любой работы или именно этой?
      en: Any work, or this kind of work?
    cards: [9, 10, 11]
    words: [9.experience.1, 10.experience.1, 11.experience.1]
    answers:
      - {id: any, label: {kk: кез келген жұмыс, ru: любая работа, en: any work}}
      - {id: this_work, label: {kk: осы түрдегі жұмыс, ru: именно эта работа, en: this kind of work}}
    standing: open
    why:
      kk: Қандай жұмыс екені айтылмаған.
      ru: Не сказано, какая работа.
      en: It is not said which work.
    presets: {practice: this_work, literal: any}
"""

DEFECTS = """\
defects:
  - id: levels-of-card-12
    kind: structure
    places:
      - {id: 12.link.1, quote: 4-5}
      - {id: 8.5, quote: СБШ 4-деңгейі}
    summary:
      kk: Сілтемедегі деңгей карточканың деңгейімен сәйкес келмейді.
      ru: Уровень в ссылке не совпадает с уровнем карточки.
      en: The level in the link is not the level of the card.
    done:
      kk: Сілтеме атауы бойынша оқылады.
      ru: Ссылка читается по названию.
      en: The link is read by its name.
"""

VOCABULARY = """\
vocabulary: specialities
about: {kk: Мамандықтар., ru: Специальности., en: Specialities.}
acts:
  classifier-2018:
    kk: Кадрларды даярлау бағыттарының сыныптауышы
    ru: Классификатор направлений подготовки кадров
    en: Classifier of training directions
ambiguous:
  - {words: [қызметтер], may_be: [services, social-work]}
entries:
  - id: services
    kind: field
    kk: Қызметтер
    ru: Услуги
    en: Services
    codes:
      - {code: 6B11, act: classifier-2018, verified: false}
  - id: social-work
    kind: speciality
    kk: Әлеуметтік жұмыс
    ru: Социальная работа
    en: Social work
    aliases: {ru: [соцработа]}
    broader: [services]
"""

VALUES = """\
vocabulary: values
about: {kk: Мәндердің атаулары., ru: Слова для значений., en: Words for values.}
groups:
  - id: category
    kk: санат
    ru: категория
    en: category
    entries:
      - id: none
        kk: санатсыз
        ru: без категории
        en: none
        aliases: {kk: [санаты жоқ]}
"""

COMPETENCIES = """\
reviews:
  - {reviewer: second reader, day: 2025-03-01}
competencies:
  - id: knows-fire-safety-rules
    kind: knowledge
    kk: Өрт қауіпсіздігі ережелері.
    ru: Правила пожарной безопасности
    en: Fire safety rules
    items: [12.2.2.k4, 13.2.2.k4]
"""

STUDY_LENGTHS = """\
about: {kk: Жоспарлардың болжамдары., ru: Допущения планов., en: Assumptions of plans.}
studies:
  - level: higher
    after: [general_secondary]
    months: 48
    beside_work: no
    confirmed: no
    source: ask the university
    note: four years by day
courses:
  - {kind: retraining, months: 3, confirmed: no, source: ask the training centre}
attestation: {months: 2, confirmed: no, source: ask the employer}
"""

CROSSWALK = """\
crosswalk: isco08
about: {kk: Карточкалар мен ISCO-08 топтары., ru: Карточки и группы МСКЗ-08., en: Cards and groups of ISCO-08.}
classification: ISCO-08
publisher: International Labour Organization
source: ISCO-08, volume 1
uri: http://data.europa.eu/esco/isco/C
objects:
  - code: "3412"
    title: Social work associate professionals
    definition: Carry out programmes of social assistance and help clients with social problems.
rows:
  - card: 13
    object: "3412"
    match: broadMatch
    words: [13.purpose, "13.2"]
    reason:
      kk: Карточка әлеуметтік көмек көрсету туралы; топ кеңірек.
      ru: Карточка – об оказании социальной помощи; группа шире.
      en: The card is about giving social assistance; the group is wider.
    by: data editor
    "on": 2026-11-21
"""

STAFF_RECORD = """\
id: "0417"
unit: Отделение № 2
post: social-worker
education:
  - level: tve_specialist
    speciality: Әлеуметтік жұмыс
    qualification: Әлеуметтік жұмыскер
    completed: 2015-06-30
experience:
  - position: Әлеуметтік жұмыскер
    occupation_code: 3412-0-008
    qualification_level: mid
    category: none
    social_protection: true
    start: 2016-09-01
    end: 2019-08-31
  - position: Әлеуметтік жұмыскер
    category: second
    social_protection: true
    start: 2019-09
    end: ongoing
training:
  - kind: short_course
    title: Алғашқы көмек
    completed: 2016
attested: {category: second, "on": 2024-05-20}
"""

POLICY = """\
readings: {higher-diploma: accept}
preset: practice
decided_by: the commission of the employer
reason: the labour market of the region
"""

CURRICULUM = """\
programme: {title: Әлеуметтік жұмыс, level: higher, language: kk}
courses:
  - code: SW2201
    title: Әлеуметтік жұмыстың әдістері мен технологиялары
    credits: 5
    semester: 3
    description: Кейс-менеджмент, бағалау және жеке жоспар
    outcomes:
      - {id: LO1, text: Тұлғаның ресурстық картасын құрады}
      - {id: LO2, text: Develops an individual plan with the family, language: en}
  - {code: SW4403, title: Производственная практика, language: ru}
"""

MAPPING_DECISIONS = """\
programme: Әлеуметтік жұмыс
decisions:
  - course: SW2201
    outcome: LO1
    competency: develop-resource-map
    decision: confirmed
    by: кафедра, рецензент 1
    "on": 2026-11-17
    edition: 2024-125
    text_sha256: 3f9a9f1b7f1d5d8f6b1e3c0a2d4b6c8e0f1a3b5c7d9e1f2a4b6c8d0e2f4a6b8c
  - course: SW2201
    outcome: LO2
    competency: control-quality-of-team-members
    decision: rejected
    by: кафедра, рецензент 1
    "on": 2026-11-17
    why: Бұл – басшының жұмысы, студент топ ішінде өзара іс-қимыл жасауды үйренеді.
    edition: 2024-125
    text_sha256: 0b1d2f3a4c5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8
  - course: SW4403
    competency: work-with-digital-family-card
    decision: added
    by: кафедра, рецензент 1
    "on": 2026-11-18
    edition: 2024-125
    text_sha256: 9c8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d9c8b
    reused_from: {programme: Әлеуметтік педагогика, course: SP3105, outcome: LO2}
"""

ALIASES = """\
education-levels: {жоо: higher}
specialities: {соцработа и право: social-work}
qualifications: {специалист по соц. работе: social-work-specialist}
posts: {соцработник на дому: social-worker}
"""

CASES = """\
cases:
  - name: one worked week as a personal assistant is practice
    words: [9.experience.1, 9.name]
    reason: Practice is asked for without any length, and this is work in the very post.
    ask: {card: personal-assistant, as_of: 2025-06-02}
    record:
      id: "0902"
      education: [{level: general_secondary, completed: 2004-05-25}]
      experience: [{position: Жеке көмекші, start: 2025-05-26, end: ongoing}]
      training: []
    expect:
      status: eligible
      by_preset: {practice: eligible, literal: eligible}
      in_force: true
      eligible_from: 2025-06-02
      missing: []
      contested: []
      outcomes: {9.education.1: met, 9.experience.1: met}
  - name: somebody of whom nothing is known
    words: [9.education.1]
    reason: A fact that is not known is neither present nor absent.
    ask: {card: 9, as_of: 2025-06-02, policy: {readings: {practice-kind: any}}}
    record: {id: "0903"}
    expect: {status: needs_evidence, eligible_from: never}
"""
