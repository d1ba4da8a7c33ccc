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


@lru_cache(maxsize=3)
def stop_words(language: Language) -> frozenset[str]:
    """Words that say nothing, folded."""
    return frozenset(fold(word) for word in _STOP[language].split())


@lru_cache(maxsize=3)
def generic_stems(language: Language) -> frozenset[str]:
    """Stems of words that outcomes of any subject use: they alone never show that two texts mean the same."""
    return frozenset(folded_stem(word, language) for word in _GENERIC[language].split())
