"""A small real knowledge base, in five languages and without a problem, for tests to break."""

import contextlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.cli import main
from kb.model.library import load
from kb.model.write import accepted, translations_text

PAGE = "docs/en/law/kg/joining.md"
WAY = "docs/en/start/organiser.md"
EVIDENCE = "docs/_data/evidence/kg.yml"
TERMS = "docs/_data/terms.yml"
SHORT_LINKS = "docs/_data/short-links.yml"
IGNORED = "docs/_data/ignored-links.yml"

FRONT = """---
title: {title}
description: {description}
kind: {kind}
countries: [{countries}]
checked: 2026-11-02
check_by: 2027-05-02
---
"""

JOINING = {
    "en": FRONT.format(
        title="Who may join a union in Kyrgyzstan",
        description="The answer for couriers, sellers and builders, with the article to show.",
        kind="law",
        countries="kg",
    )
    + """
# Who may join a union in Kyrgyzstan? { #top }

This page answers a worker's first question: may I?

![A card with three steps: ask, read the charter, sign](../../../images/steps.svg)

## Who may join { #who-may-join }

Citizens from 14 who work or study, and pensioners, may join.[^kg-union-who-may-join]
A legal index says no for 2024.[^kg-union-join-index-2024]

!!! danger "Risk to the worker"
    Do not ask her to show her chat with the platform.

## What dues are paid { #dues }

- The charter sets the dues.
- Read [the way of an organiser](../../start/organiser.md#top) first.
""",
    "ru": FRONT.format(
        title="Кто может вступить в профсоюз в Кыргызстане",
        description="Ответ для курьеров, продавцов и строителей, со статьёй закона.",
        kind="law",
        countries="kg",
    )
    + """
# Кто может вступить в профсоюз в Кыргызстане? { #top }

Страница отвечает на первый вопрос работника: «А мне можно?»

![Карточка с тремя шагами: спросить, прочесть устав, подписать](../../../images/steps.svg)

## Кто может вступить { #who-may-join }

Вступить могут граждане с 14 лет, которые работают или учатся, и пенсионеры.[^kg-union-who-may-join]
Закон говорит <q lang="ky">ар бир жаран</q>, а правовой индекс 2024 года — «нет».[^kg-union-join-index-2024]

!!! danger "Риск для работника"
    Не просите работника показать переписку с платформой.

## Какие взносы платят { #dues }

- Размер взносов устанавливает устав.
- Сначала прочтите [путь организатора](../../start/organiser.md#top).
""",
    "uz": FRONT.format(
        title="Qirgʻizistonda kasaba uyushmasiga kim aʼzo boʻla oladi",
        description="Kuryerlar, sotuvchilar va quruvchilar uchun javob.",
        kind="law",
        countries="kg",
    )
    + """
# Qirgʻizistonda kasaba uyushmasiga kim aʼzo boʻla oladi? { #top }

Bu sahifa ishchining birinchi savoliga javob beradi: menga mumkinmi?

![Uch qadam: soʻrash, ustavni oʻqish, imzolash](../../../images/steps.svg)

## Kim aʼzo boʻla oladi { #who-may-join }

14 yoshdan ishlaydigan yoki oʻqiydigan fuqarolar va pensionerlar aʼzo boʻla oladi.[^kg-union-who-may-join]
Huquqiy indeks 2024-yil uchun yoʻq deydi.[^kg-union-join-index-2024]

!!! danger "Ishchi uchun xavf"
    Undan platforma bilan yozishmasini koʻrsatishni soʻramang.

## Qanday badal toʻlanadi { #dues }

- Badallarni ustav belgilaydi.
- Avval [tashkilotchining yoʻli](../../start/organiser.md#top) sahifasini oʻqing.
""",
    "kk": FRONT.format(
        title="Қырғызстанда кәсіподаққа кім кіре алады",
        description="Курьерлерге, сатушыларға және құрылысшыларға жауап.",
        kind="law",
        countries="kg",
    )
    + """
# Қырғызстанда кәсіподаққа кім кіре алады? { #top }

Бұл бет жұмысшының бірінші сұрағына жауап береді: маған бола ма?

![Үш қадам: сұрау, жарғыны оқу, қол қою](../../../images/steps.svg)

## Кім кіре алады { #who-may-join }

14 жастан жұмыс істейтін немесе оқитын азаматтар мен зейнеткерлер кіре алады.[^kg-union-who-may-join]
Құқықтық индекс 2024 жыл үшін «жоқ» дейді.[^kg-union-join-index-2024]

!!! danger "Жұмысшыға қауіп"
    Одан платформамен жазысуын көрсетуді сұрамаңыз.

## Қандай жарна төленеді { #dues }

- Жарнаны жарғы белгілейді.
- Алдымен [ұйымдастырушының жолын](../../start/organiser.md#top) оқыңыз.
""",
    "ky": FRONT.format(
        title="Кыргызстанда кесиптик бирликке ким кире алат",
        description="Курьерлерге, сатуучуларга жана куруучуларга жооп.",
        kind="law",
        countries="kg",
    )
    + """
# Кыргызстанда кесиптик бирликке ким кире алат? { #top }

Бул барак жумушчунун биринчи суроосуна жооп берет: мага болобу?

![Үч кадам: суроо, уставды окуу, кол коюу](../../../images/steps.svg)

## Ким кире алат { #who-may-join }

14 жаштан иштеген же окуган жарандар жана пенсионерлер кире алат.[^kg-union-who-may-join]
Укуктук индекс 2024-жыл үчүн «жок» дейт.[^kg-union-join-index-2024]

!!! danger "Жумушчуга коркунуч"
    Андан платформа менен жазышуусун көрсөтүүнү суранбаңыз.

## Кандай мүчөлүк акы төлөнөт { #dues }

- Мүчөлүк акыны устав белгилейт.
- Адегенде [уюштуруучунун жолун](../../start/organiser.md#top) окуңуз.
""",
}
ORGANISER = (
    FRONT.format(
        title="The way of an organiser",
        description="What to open first, and what to have in your hand.",
        kind="guide",
        countries="kz, kg, uz",
    )
    + """
# The way of an organiser { #top }

Begin with the person in front of you.

## What the law says { #law }

### Kazakhstan { #law-kz }

Not established.

### Kyrgyzstan { #law-kg }

Open [who may join](../law/kg/joining.md#who-may-join).

### Uzbekistan { #law-uz }

Not established.
"""
)
KYRGYZSTAN = """read: 2026-11-02

instruments:
  - id: kg-trade-union-law-1998
    jurisdiction: kg
    kind: law
    title:
      ru: "О профессиональных союзах"
      ky: "Кесиптик бирликтер жөнүндө"
    number: "No. 130"
    adopted: 1998-10-16
    in_force: null
    amended: 2004-08-04
    status: in_force
    url: "https://cbd.minjust.gov.kg/2-130"
    read_at: ["https://cbd.minjust.gov.kg/2-130"]
    note: ""
facts:
  - id: kg-union-who-may-join
    topic: union-membership
    statement: "Citizens from 14 who work or study, and pensioners, may join a union."
    instrument: kg-trade-union-law-1998
    pinpoint: "art. 2"
    quote: "ар бир жаран"
    source_url: "https://cbd.minjust.gov.kg/2-130"
    confidence: primary
    as_of: 2004-08-04
    note: ""
  - id: kg-union-join-index-2024
    topic: union-membership
    statement: "An index answers no to the question whether the self-employed may join."
    instrument: kg-trade-union-law-1998
    pinpoint: null
    quote: null
    source_url: null
    confidence: conflicting
    as_of: null
    note: "The law itself (art. 2) says that they may."
"""
INTERNATIONAL = """read: 2026-11-02

instruments:
  - id: int-c87
    jurisdiction: int
    kind: convention
    title: {en: "Freedom of Association Convention, 1948 (No. 87)"}
    number: "No. 87"
    adopted: 1948-07-09
    in_force: 1950-07-04
    amended: null
    status: in_force
    url: "https://normlex.ilo.org/c87"
    read_at: []
    note: ""
facts:
  - id: int-c87-art2
    topic: freedom-of-association
    statement: "Workers without distinction whatsoever may join."
    instrument: int-c87
    pinpoint: "art. 2"
    quote: "without distinction whatsoever"
    source_url: null
    confidence: unverified
    as_of: null
    note: ""
"""
TERM = """terms:
  - id: platform-worker
    countries: []
    definition:
      en: A person who works through an application.
      ru: Человек, который работает через приложение.
      uz: Ilova orqali ishlaydigan kishi.
      kk: Қосымша арқылы жұмыс істейтін адам.
      ky: Тиркеме аркылуу иштеген адам.
    words:
      en: {term: platform worker, also: [], attested: [], avoid: [gig worker]}
      ru: {term: работник платформы, also: [], attested: [], avoid: [платформенный занятый]}
      uz: {term: platforma ishchisi, also: [], attested: []}
      uz-cyrl: {term: платформа ишчиси, also: [], attested: []}
      kk: {term: платформа қызметкері, also: [], attested: []}
      ky: {term: платформа кызматкери, also: [], attested: []}
    note: ""
"""
WORDS = {
    "en": "words:\n  draft: Draft translation\n  checked-on: Read on {date}.\n",
    "ru": "words:\n  draft: Черновой перевод\n  checked-on: Прочитано {date}.\n",
    "uz": "words:\n  draft: Qoralama tarjima\n  checked-on: Oʻqilgan kun {date}.\n",
    "kk": "words:\n  draft: Жоба аударма\n  checked-on: Оқылған күні {date}.\n",
    "ky": "words:\n  draft: Долбоор котормо\n  checked-on: Окулган күнү {date}.\n",
}
ONE_SIDE = "An index answers no to the question whether the self-employed may join."
OTHER_SIDE = "The law itself (art. 2) says that they may."
SIDES = {
    "ru": ("Индекс отвечает «нет».", "Сам закон (ст. 2) говорит, что могут."),
    "uz": ("Indeks yoʻq deb javob beradi.", "Qonunning oʻzi (2-modda) mumkin deydi."),
    "kk": ("Индекс жоқ деп жауап береді.", "Заңның өзі (2-бап) болады дейді."),
    "ky": ("Индекс жок деп жооп берет.", "Мыйзамдын өзү (2-берене) болот дейт."),
}
"""What the languages say of the two sides of the one conflict."""
WORDS |= {
    language: f'{WORDS[language]}evidence:\n  "{ONE_SIDE}": {one}\n  "{OTHER_SIDE}": {other}\n'
    for language, (one, other) in SIDES.items()
}
LINKS = "links:\n  beku: law/kg/joining#who-may-join\nmoved:\n  law/kg/join: law/kg/joining\n"
LEFT_OUT = """ignored:
  - address: "https://normlex.ilo.org/c87"
    reason: The server refuses programs.
    since: 2026-11-02
    check_by: 2027-02-02
"""
FILES = {
    EVIDENCE: KYRGYZSTAN,
    "docs/_data/evidence/int.yml": INTERNATIONAL,
    TERMS: TERM,
    SHORT_LINKS: LINKS,
    IGNORED: LEFT_OUT,
    WAY: ORGANISER,
    "docs/images/steps.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    **{f"docs/_data/interface/{language}.yml": text for language, text in WORDS.items()},
    **{f"docs/{language}/law/kg/joining.md": text for language, text in JOINING.items()},
}


@dataclass(frozen=True)
class Outcome:
    """What a call of `kb` left behind."""

    code: int
    said: str
    complained: str = ""
    """What stands on the error output: nothing, above all no traceback."""
    changed: tuple[str, ...] = ()
    """The files that are not what they were before the call."""


@dataclass(frozen=True)
class KnowledgeBase:
    """A knowledge base in a folder of its own."""

    root: Path

    def write(self, path: str, content: str | bytes) -> Path:
        """Return the file, written anew byte for byte."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def read(self, path: str) -> str:
        """Return the text of a file."""
        return (self.root / path).read_bytes().decode()

    def replace(self, path: str, old: str, new: str) -> None:
        """Put *new* where *old* stands first; that it stands there is part of the example."""
        text = self.read(path)
        if old not in text:
            raise LookupError(f"{old!r} is not in {path}")
        self.write(path, text.replace(old, new, 1))

    def accept(self, language: str, path: str) -> None:
        """Note that a translation follows the English as it stands."""
        library = load(self.root)
        records = library.translations.get(language, {})
        records = {**records, path: accepted(library, language, path, None)}
        file = f"docs/_data/translations/{language}.yml"
        self.write(file, translations_text(language, records))

    def bytes_by_path(self) -> dict[str, bytes]:
        """Return what every file holds."""
        return {
            file.relative_to(self.root).as_posix(): file.read_bytes()
            for file in self.root.rglob("*")
            if file.is_file()
        }

    def run(self, *arguments: str) -> Outcome:
        """Return what `kb` says and does."""
        before = self.bytes_by_path()
        said, complained = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
            try:
                code = main([*arguments, "--root", str(self.root)])
            except SystemExit as end:  # argparse ends wrong calls in this way
                code = int(end.code or 0)
        after = self.bytes_by_path()
        changed = sorted(path for path in before | after if before.get(path) != after.get(path))
        return Outcome(code, said.getvalue(), complained.getvalue(), tuple(changed))

    def check(self) -> Outcome:
        """Return what `kb check` says and does."""
        return self.run("check")


def told(*problems: str) -> Outcome:
    """Return what a check leaves behind that finds exactly these problems."""
    return Outcome(code=1, said="".join(f"{problem}\n" for problem in problems))


def problem(path: str, line: int, what: str, fix: str) -> str:
    """Return the two lines of a problem; *what* begins with its code."""
    return f"{path}:{line}: {what}\n    fix: {fix}"


def build(root: Path, languages: Sequence[str] = ("ru", "uz", "kk", "ky")) -> KnowledgeBase:
    """Return the small knowledge base, written below *root*."""
    base = KnowledgeBase(root)
    for path, text in FILES.items():
        base.write(path, text)
    for language in languages:
        base.accept(language, "law/kg/joining")
    return base
