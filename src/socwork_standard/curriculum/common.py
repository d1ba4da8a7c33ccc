"""Words that say nothing, and words that any subject's outcomes use, in three languages."""

from functools import lru_cache

from socwork_standard.model.base import Language
from socwork_standard.text import fold
from socwork_standard.vocabulary.stem import folded_stem

_STOP: dict[Language, str] = {
    "kk": (
        "және мен бен пен үшін бойынша туралы бар болу болып болады ету етеді ететін оның өз ол бұл де да "
        "немесе мақсатында кезінде арқылы алу алады біледі білу білім түсінеді меңгерген меңгеру "
        "меңгереді студент білуші сондай ақ оларды олардың сияқты болған т б әр түрлі беру береді істеу "
        "жасау жасайды игерген қабілетті тиіс керек қажет негізгі"
    ),
    "ru": (
        "и в во за же ли бы уже еще все на по с со к ко из у о об для от до при их его ее том числе или а "
        "также как что это не но без через над под между умеет уметь знает знать знание владеет владеть "
        "способен студент обучающийся понимает понимать навык умение др т д п основной различный который"
    ),
    "en": (
        "the of and in to for a an with on by is are as at or its their from into that able will be can "
        "student students learner graduate knows know understands understand has have how who when which "
        "what between such other it they them this these those do does using use uses various main"
    ),
}
"""Function words, and words with which outcomes begin."""

_GENERIC: dict[Language, str] = {
    "kk": (
        "талдау талдайды анықтау анықтайды сипаттау сипаттайды түсіндіру түсіндіреді қолдану қолданады "
        "пайдалану пайдаланады салыстыру салыстырады ажырату ажыратады таңдау таңдайды әзірлеу әзірлейді "
        "құру құрады қалыптастыру есептеу есептейді көрсету көрсетеді зерттейді бағалайды бағалау "
        "дайындау жүргізу жүргізеді ұйымдастыру ұйымдастырады қамтамасыз ету шешу әдіс тәсіл технология "
        "жүйе түр заманауи қазіргі жаңа бағыт үдеріс процесс негіз принцип қағида теория тәжірибе "
        "практика ұғым мәселе міндет мақсат нәтиже деңгей рөл құрылым үлгі модель фактор жағдай ерекшелік "
        "қасиет салыстырмалы маңызды физикалық химиялық қазақ орыс ағылшын Қазақстан республика "
        "технологиялық процес процестік болашақ арнайы ретінде арналған бағытталған бекітілген бірден отырып "
        "қосымша жатыр мүмкін"
    ),
    "ru": (
        "анализировать анализ определять определение описывать описание объяснять объяснение применять "
        "применение использовать использование сравнивать сравнение различать выбирать подбирать "
        "разрабатывать разработка создавать создание формировать формирование рассчитывать "
        "демонстрировать исследовать оценивать проводить проведение осуществлять осуществление "
        "организовать организация обеспечивать обеспечение решать решение выявлять выявление метод способ "
        "прием технология система вид тип форма современный новый направление процесс основа принцип "
        "теория практика понятие проблема задача цель результат уровень роль структура модель фактор "
        "условие особенность свойство общество сфера область деятельность характеризовать физический "
        "химический казахский русский английский Казахстан республика"
    ),
    "en": (
        "analyse analyze analysis define definition determine describe description explain apply "
        "application employ compare comparison comparable distinguish choose select develop development "
        "create creation form calculate demonstrate explore investigate evaluate interpret provide "
        "perform carry organise ensure solve identify formulate discuss design method technique way "
        "technology system type kind modern current new direction process basis basic principle theory "
        "practice concept problem task goal aim result level role structure model factor condition "
        "feature property field area activity against internal external product cycle Kazakhstan republic"
    ),
}
"""Words of outcomes in general: what is done (describe, compare), with what (method, system), of what kind (modern)."""

_ANYWHERE: dict[Language, str] = {
    "kk": (
        "сапа бақылау бақылайды бюджет бағдарлама жоба стратегия стратегиялық дерек деректер қолжетімділік "
        "қолжетімді база мониторинг персонал қызметкер қызметкерлер тиімділік тиімді жоспар жоспарлау "
        "жоспарлайды ресурс құжат құжаттама ақпарат ақпараттық сандық цифрлық мобильді қосымша платформа "
        "экономикалық қаржы қаржылық нарық кәсіпорын ұйым мекеме басқару басқарады өндіріс қауіпсіздік өрт "
        "гигиена күтім коммуникация топ команда серіктестік ұлттық өңірлік аймақтық мемлекеттік халықаралық "
        "стандарт норма есеп көрсеткіш статистика статистикалық көшбасшылық даму дамыту инновация "
        "инновациялық заңнама құқық саясат отандық озық құрал тіл"
    ),
    "ru": (
        "качество качественный контроль контролировать бюджет бюджетный программа программный проект "
        "проектный стратегия стратегический данные база доступ мониторинг персонал сотрудник кадры "
        "эффективность эффективный план планирование планировать ресурс документ документация информация "
        "информационный цифровой мобильный приложение платформа экономический экономика финансовый финансы "
        "финансирование рынок предприятие организация учреждение управление управлять производство "
        "безопасность пожарный гигиена уход коммуникация группа команда командный партнерство национальный "
        "республиканский региональный государственный международный стандарт норма отчет отчетность "
        "показатель статистика статистический лидерство развитие инновация инновационный законодательство "
        "право политика отечественный передовой инструмент язык"
    ),
    "en": (
        "quality control controls budget programme program project strategy strategic data base database "
        "access monitoring monitor staff personnel employee efficiency efficient effectiveness effective plan "
        "planning resource document documentation information digital mobile application platform economic "
        "economy financial finance funding market enterprise organisation organization institution management "
        "manage production safety fire hygiene care communication group team partnership national regional "
        "state international standard norm report indicator statistics statistical leadership innovation "
        "innovative legislation law policy domestic advanced tool language"
    ),
}
"""Words of management, economics, computing and law: specific among the items of a standard, at home in any subject."""


@lru_cache(maxsize=3)
def anywhere_stems(language: Language) -> frozenset[str]:
    """Stems of words at home in any subject: some word besides them must be shared before anything is strong."""
    return frozenset(folded_stem(word, language) for word in _ANYWHERE[language].split())


@lru_cache(maxsize=3)
def stop_words(language: Language) -> frozenset[str]:
    """Words that say nothing, folded."""
    return frozenset(fold(word) for word in _STOP[language].split())


@lru_cache(maxsize=3)
def generic_stems(language: Language) -> frozenset[str]:
    """Stems of words that outcomes of any subject use: they alone never show that two texts mean the same."""
    return frozenset(folded_stem(word, language) for word in _GENERIC[language].split())
