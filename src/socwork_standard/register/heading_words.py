"""The words that head the columns of a register, in three languages: the catalogue behind the template and the page."""

from socwork_standard.sheets.headings import Field

PERSON = "person"
FACTS = ("education", "experience", "training")

RUNNING_NUMBER = (
    "нөмірі", "нөмір", "реттік нөмірі", "р/с",
    "номер", "№", "№ п/п", "п/п", "порядковый номер", "n п/п",
    "number", "no",
)  # fmt: skip
"""Headings that may be a person's number or only that of the row: taken as the id where no other column is."""

FIELDS = (
    Field(
        PERSON, "id",
        ("табель нөмірі", "жұмыскер нөмірі", "қызметкер нөмірі", "табель №", *RUNNING_NUMBER[:4]),
        (
            "табельный номер", "таб номер", "таб №", "табельный №", "номер сотрудника",
            "номер работника", "код сотрудника", *RUNNING_NUMBER[4:10],
        ),
        ("id", "staff number", "employee id", "staff id", "employee number", *RUNNING_NUMBER[10:]),
    ),
    Field(
        PERSON, "unit",
        ("бөлімше", "бөлім", "құрылымдық бөлімше", "ұйым бөлімшесі"),
        ("подразделение", "отделение", "отдел", "структурное подразделение", "филиал"),
        ("unit", "department", "branch", "division"),
    ),
    Field(
        PERSON, "post",
        ("қазіргі лауазымы", "атқаратын лауазымы", "штаттағы лауазымы", "қазіргі лауазым"),
        ("текущая должность", "занимаемая должность", "должность сейчас", "должность в настоящее время"),
        ("post", "current post", "post held now", "card"),
    ),
    Field(
        PERSON, "fact",
        ("дерек түрі", "дерек", "мәлімет түрі"),
        ("вид сведений", "сведения", "вид записи", "тип сведений"),
        ("fact", "kind of fact", "record type"),
    ),
    Field(
        "education", "level",
        ("білім деңгейі", "деңгейі", "деңгей", "білім", "білімі"),
        ("уровень образования", "уровень", "образование", "вид образования"),
        ("education level", "level", "education"),
    ),
    Field(
        "education", "speciality",
        ("мамандық", "мамандығы", "диплом бойынша мамандығы"),
        ("специальность", "специальность по диплому", "направление подготовки"),
        ("speciality", "specialty", "specialisation", "field of study"),
    ),
    Field(
        "education", "speciality_code",
        ("мамандық коды", "мамандық шифры"),
        ("код специальности", "шифр специальности"),
        ("speciality code", "specialty code", "code of speciality"),
    ),
    Field(
        "education", "qualification",
        ("біліктілік", "біліктілігі", "диплом бойынша біліктілігі"),
        ("квалификация", "квалификация по диплому", "присвоенная квалификация"),
        ("qualification", "qualification awarded"),
    ),
    Field(
        "education", "completed",
        (
            "бітірген күні", "аяқталған күні", "аяқталды", "бітірген жылы", "аяқтаған күні",
            "аяқталу күні", "оқуды бітірген жылы", "күні",
        ),
        (
            "дата завершения", "дата окончания", "год окончания", "окончание", "окончил", "завершено",
            "дата выдачи диплома", "дата",
        ),
        ("completed", "date of completion", "completion date", "graduated", "year of graduation", "date"),
    ),
    Field(
        "education", "country",
        ("ел", "елі", "диплом берген ел"),
        ("страна", "страна обучения", "страна диплома"),
        ("country",),
    ),
    Field(
        "education", "recognised",
        ("танылған", "диплом танылған", "нострификация", "танылуы"),
        ("признан", "диплом признан", "нострификация", "признание диплома", "нострифицирован"),
        ("recognised", "recognized", "diploma recognised"),
    ),
    Field(
        "experience", "position",
        ("лауазымы", "лауазым", "еңбек кітапшасындағы лауазымы", "қызметі"),
        ("должность", "должность по трудовой книжке", "наименование должности"),
        ("position", "job title", "job"),
    ),
    Field(
        "experience", "occupation_code",
        ("кәсіп коды", "лауазым коды", "ҰКЖ коды"),
        ("код занятия", "код должности", "код профессии", "код НКЗ"),
        ("occupation code", "code of occupation", "job code"),
    ),
    Field(
        "experience", "qualification_level",
        ("біліктілік деңгейі", "маман деңгейі"),
        ("уровень квалификации", "уровень специалиста"),
        ("qualification level", "level of qualification"),
    ),
    Field(
        "experience", "category",
        ("санат", "санаты", "біліктілік санаты"),
        ("категория", "квалификационная категория", "категория в этот период"),
        ("category", "qualification category"),
    ),
    Field(
        "experience", "social_protection",
        ("халықты әлеуметтік қорғау ұйымы", "әлеуметтік қорғау ұйымы", "әлеуметтік қорғау"),
        ("организация социальной защиты", "организация соцзащиты", "социальная защита", "соцзащита"),
        ("social protection", "organisation of social protection", "social protection organisation"),
    ),
    Field(
        "experience", "start",
        (
            "жұмыс басталған күні", "басталған күні", "басталуы", "жұмысқа қабылданған күні",
            "қабылданған күні", "бастап",
        ),
        ("дата начала", "начало", "дата приема", "принят", "дата приема на работу", "начало работы", "с"),
        ("start", "start date", "from", "date of hire"),
    ),
    Field(
        "experience", "end",
        (
            "жұмыс аяқталған күні", "аяқталуы", "жұмыстан шыққан күні", "соңғы жұмыс күні",
            "аяқталған күні", "аяқталу күні", "дейін",
        ),
        (
            "дата увольнения", "конец", "окончание", "дата окончания", "уволен", "окончание работы",
            "последний рабочий день", "по",
        ),
        ("end", "end date", "to", "last day", "until", "date of leaving"),
    ),
    Field(
        "training", "kind",
        ("оқыту түрі", "курс түрі"),
        ("вид обучения", "вид курса", "вид курсов"),
        ("kind", "kind of training", "training kind", "type of training", "course type"),
    ),
    Field(
        "training", "title",
        ("оқыту атауы", "курс атауы", "курс тақырыбы", "атауы", "оқыту тақырыбы"),
        (
            "название обучения", "название курса", "тема курса", "название", "наименование курса",
            "тема обучения", "наименование", "название курсов",
        ),
        ("title", "course title", "training title", "course name", "course"),
    ),
    Field(
        "training", "completed",
        (
            "бітірген күні", "аяқталған күні", "аяқталды", "аяқтаған күні", "аяқталу күні",
            "сертификат күні", "күні",
        ),
        (
            "дата завершения", "дата окончания", "год окончания", "окончание", "завершено",
            "дата сертификата", "дата прохождения", "дата",
        ),
        ("completed", "date of completion", "completion date", "date of certificate", "date"),
    ),
    Field(
        PERSON, "attested_category",
        ("аттестаттау санаты", "аттестаттау бойынша санаты", "аттестаттауда берілген санат"),
        ("категория по аттестации", "присвоенная категория", "аттестован на категорию"),
        ("attested category", "category attested"),
    ),
    Field(
        PERSON, "attested_on",
        ("аттестаттау күні", "аттестатталған күні", "аттестаттаудан өткен күні"),
        ("дата аттестации", "аттестован", "дата последней аттестации"),
        ("attested on", "attested", "date of attestation", "attestation date"),
    ),
    Field(
        PERSON, "education_complete",
        ("білім толық", "білім туралы мәлімет толық"),
        ("образование полностью", "сведения об образовании полные"),
        ("education complete",),
    ),
    Field(
        PERSON, "experience_complete",
        ("тәжірибе толық", "жұмыс туралы мәлімет толық"),
        ("стаж полностью", "опыт полностью", "сведения о работе полные"),
        ("experience complete",),
    ),
    Field(
        PERSON, "training_complete",
        ("оқыту толық", "оқыту туралы мәлімет толық"),
        ("обучение полностью", "сведения об обучении полные"),
        ("training complete",),
    ),
)  # fmt: skip

FACT_WORDS = {
    "education": ("білім", "білімі", "диплом", "образование", "education", "diploma"),
    "experience": (
        "тәжірибе", "жұмыс тәжірибесі", "еңбек өтілі", "өтіл", "жұмыс", "опыт", "опыт работы", "стаж",
        "работа", "место работы", "experience", "work", "job", "employment",
    ),
    "training": ("оқыту", "курс", "обучение", "курсы", "training", "course"),
}  # fmt: skip
"""The words before or after a number: `Образование 1: специальность`."""

PERSONAL_DATA = (
    "иин", "жсн", "iin", "фио", "ф и о", "аты жөні", "аты-жөні", "тегі аты әкесінің аты", "тегі", "аты", "әкесінің аты",
    "фамилия", "имя", "отчество", "фамилия имя отчество", "name", "full name", "surname", "first name", "last name",
    "дата рождения", "туған күні", "туған жылы", "date of birth", "birthday", "телефон", "phone", "адрес", "мекенжайы",
    "address", "email", "e-mail", "пошта", "почта", "пол", "жынысы", "gender", "sex", "национальность", "ұлты",
    "диагноз", "состояние здоровья", "удостоверение личности", "жеке куәлік",
)  # fmt: skip
"""Headings of columns that a register must not have."""
