"""Invented trafficking offences in seven languages, put together from their elements, and what palermo says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from palermo.alignment.gaps.gaps import analyse
from palermo.alignment.gaps.gaps import answer as decide
from palermo.alignment.scope.scope import Scope, find_scope
from palermo.alignment.statute.segments import Segment
from palermo.corpus.model.findings import Finding, GapAnalysis
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from palermo.kb.frameworks.framework import load as load_framework
from palermo.kb.lexicon.cues import load as load_cues

LANGS = ("en", "ru", "uk", "fr", "es", "de", "nl")
CODES = tuple(e.code for e in load_framework("palermo").elements)


@dataclass(frozen=True)
class Offence:
    """An article 12 on trafficking: its acts, means, purposes, and paragraphs after the first."""

    lang: str
    acts: tuple[str, ...]
    means: tuple[str, ...]
    purposes: tuple[str, ...]
    more: tuple[str, ...] = ()
    around: str = ""

    def but(self, **changes: tuple[str, ...] | str) -> Offence:
        return replace(self, **changes)  # type: ignore[arg-type]

    def text(self) -> str:
        frame = _FRAMES[self.lang]
        means = frame.means.format(", ".join(self.means)) if self.means else ""
        purpose = frame.purpose.format(", ".join(self.purposes)) if self.purposes else ""
        first = frame.offence.format(acts=_acts(self.acts, frame.join), means=means, purpose=purpose)
        numbered = [frame.number.format(n) + p for n, p in enumerate((first, *self.more), 1)]
        return frame.heading + "\n\n" + "\n\n".join(numbered) + "\n" + (f"\n{self.around}\n" if self.around else "")


@dataclass(frozen=True)
class _Frame:
    heading: str
    number: str
    offence: str
    means: str
    purpose: str
    join: str


def _acts(acts: tuple[str, ...], join: str) -> str:
    return acts[0] if len(acts) == 1 else ", ".join(acts[:-1]) + f" {join} " + acts[-1]


_FRAMES: Mapping[str, _Frame] = {
    "en": _Frame(
        "Section 12. Trafficking in persons",
        "({}) ",
        "Any person who {acts} another person{means}{purpose} is guilty of an offence and liable to imprisonment "
        "for a term not exceeding ten years.",
        " by means of {}",
        " for the purpose of {}",
        "or",
    ),
    "ru": _Frame(
        "Статья 12. Торговля людьми",
        "{}. ",
        "{acts} человека{means}{purpose} –\n\nнаказываются лишением свободы на срок от трех до десяти лет.",
        ", совершенные путем {},",
        " в целях {}",
        "или",
    ),
    "uk": _Frame(
        "Стаття 12. Торгівля людьми",
        "{}. ",
        "{acts} людини{means}{purpose} –\n\nкараються позбавленням волі на строк від трьох до десяти років.",
        ", вчинені шляхом {},",
        " з метою {}",
        "або",
    ),
    "fr": _Frame(
        "Article 12. Traite des êtres humains",
        "({}) ",
        "Est puni de dix ans d'emprisonnement le fait de {acts} une personne{means}{purpose}.",
        " au moyen de {}",
        " aux fins de {}",
        "ou",
    ),
    "es": _Frame(
        "Artículo 12. Trata de personas",
        "{}. ",
        "Será castigado con prisión de cinco a diez años quien{means} {acts} a una persona{purpose}.",
        ", mediante {},",
        " con fines de {}",
        "o",
    ),
    "de": _Frame(
        "§ 12 Menschenhandel",
        "({}) ",
        "Mit Freiheitsstrafe von einem Jahr bis zu zehn Jahren wird bestraft, wer eine andere Person{means} "
        "{acts}{purpose}.",
        " durch {}",
        " zum Zweck {}",
        "oder",
    ),
    "nl": _Frame(
        "Artikel 12. Mensenhandel",
        "{} ",
        "Met gevangenisstraf van ten hoogste tien jaren wordt gestraft degene die een ander{means} {acts}{purpose}.",
        " door {}",
        " met het oogmerk van {}",
        "of",
    ),
}

ACTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "act.recruitment": "recruits",
        "act.transportation": "transports",
        "act.transfer": "transfers",
        "act.harbouring": "harbours",
        "act.receipt": "receives",
    },
    "ru": {
        "act.recruitment": "вербовка",
        "act.transportation": "перевозка",
        "act.transfer": "передача",
        "act.harbouring": "укрывательство",
        "act.receipt": "получение",
    },
    "uk": {
        "act.recruitment": "вербування",
        "act.transportation": "перевезення",
        "act.transfer": "передача",
        "act.harbouring": "переховування",
        "act.receipt": "одержання",
    },
    "fr": {
        "act.recruitment": "recruter",
        "act.transportation": "transporter",
        "act.transfer": "transférer",
        "act.harbouring": "héberger",
        "act.receipt": "accueillir",
    },
    "es": {
        "act.recruitment": "capte",
        "act.transportation": "transporte",
        "act.transfer": "traslade",
        "act.harbouring": "aloje",
        "act.receipt": "reciba",
    },
    "de": {
        "act.recruitment": "anwirbt",
        "act.transportation": "befördert",
        "act.transfer": "weitergibt",
        "act.harbouring": "beherbergt",
        "act.receipt": "aufnimmt",
    },
    "nl": {
        "act.recruitment": "werft",
        "act.transportation": "vervoert",
        "act.transfer": "overbrengt",
        "act.harbouring": "huisvest",
        "act.receipt": "opneemt",
    },
}

MEANS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "means.threat": "threats",
        "means.force": "the use of force",
        "means.coercion": "coercion",
        "means.abduction": "abduction",
        "means.fraud": "fraud",
        "means.deception": "deception",
        "means.abuse_of_power": "the abuse of power",
        "means.vulnerability": "the abuse of a position of vulnerability",
        "means.payment": "the giving of payments to obtain the consent of a person having control over that person",
    },
    "ru": {
        "means.threat": "угрозы",
        "means.force": "применения насилия",
        "means.coercion": "принуждения",
        "means.abduction": "похищения",
        "means.fraud": "мошенничества",
        "means.deception": "обмана",
        "means.abuse_of_power": "злоупотребления властью",
        "means.vulnerability": "использования уязвимого положения",
        "means.payment": "подкупа лица, от которого зависит потерпевший",
    },
    "uk": {
        "means.threat": "погрози",
        "means.force": "застосування насильства",
        "means.coercion": "примусу",
        "means.abduction": "викрадення",
        "means.fraud": "шахрайства",
        "means.deception": "обману",
        "means.abuse_of_power": "зловживання владою",
        "means.vulnerability": "використання уразливого стану",
        "means.payment": "підкупу особи, яка контролює потерпілого",
    },
    "fr": {
        "means.threat": "menaces",
        "means.force": "violences",
        "means.coercion": "la contrainte",
        "means.abduction": "l'enlèvement",
        "means.fraud": "la fraude",
        "means.deception": "la tromperie",
        "means.abuse_of_power": "l'abus d'autorité",
        "means.vulnerability": "l'abus d'une situation de vulnérabilité",
        "means.payment": "l'offre de paiements pour obtenir le consentement d'une personne ayant autorité sur elle",
    },
    "es": {
        "means.threat": "amenazas",
        "means.force": "el uso de la fuerza",
        "means.coercion": "coacción",
        "means.abduction": "rapto",
        "means.fraud": "fraude",
        "means.deception": "engaño",
        "means.abuse_of_power": "abuso de poder",
        "means.vulnerability": "abuso de una situación de vulnerabilidad",
        "means.payment": "la concesión de pagos para lograr el consentimiento de quien la tenga bajo su control",
    },
    "de": {
        "means.threat": "Drohung",
        "means.force": "Gewalt",
        "means.coercion": "Nötigung",
        "means.abduction": "Entführung",
        "means.fraud": "Betrug",
        "means.deception": "Täuschung",
        "means.abuse_of_power": "Missbrauch von Macht",
        "means.vulnerability": "Ausnutzung ihrer Hilflosigkeit",
        "means.payment": "Gewährung von Zahlungen zur Erlangung der Zustimmung einer Person, die Gewalt über sie hat",
    },
    "nl": {
        "means.threat": "dreiging",
        "means.force": "geweld",
        "means.coercion": "dwang",
        "means.abduction": "ontvoering",
        "means.fraud": "fraude",
        "means.deception": "misleiding",
        "means.abuse_of_power": "misbruik van macht",
        "means.vulnerability": "misbruik van een kwetsbare positie",
        "means.payment": "het geven van betalingen om de instemming te verkrijgen van iemand die zeggenschap over "
        "die ander heeft",
    },
}

PURPOSES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "purpose.sexual": "sexual exploitation",
        "purpose.forced_labour": "forced labour",
        "purpose.slavery": "slavery",
        "purpose.servitude": "servitude",
        "purpose.organs": "the removal of organs",
        "purpose.begging": "begging",
        "purpose.crime": "the commission of criminal activities",
        "purpose.marriage": "forced marriage",
        "purpose.adoption": "illegal adoption",
        "purpose.surrogacy": "surrogacy",
        "purpose.pornography": "pornography",
    },
    "ru": {
        "purpose.sexual": "сексуальной эксплуатации",
        "purpose.forced_labour": "принудительного труда",
        "purpose.slavery": "обращения в рабство",
        "purpose.servitude": "подневольного состояния",
        "purpose.organs": "изъятия органов",
        "purpose.begging": "попрошайничества",
        "purpose.crime": "вовлечения в преступную деятельность",
        "purpose.marriage": "принудительного брака",
        "purpose.adoption": "незаконного усыновления",
        "purpose.surrogacy": "суррогатного материнства",
        "purpose.pornography": "изготовления порнографии",
    },
    "uk": {
        "purpose.sexual": "сексуальної експлуатації",
        "purpose.forced_labour": "примусової праці",
        "purpose.slavery": "рабства",
        "purpose.servitude": "підневільного стану",
        "purpose.organs": "вилучення органів",
        "purpose.begging": "жебрацтва",
        "purpose.crime": "втягнення у злочинну діяльність",
        "purpose.marriage": "примусового шлюбу",
        "purpose.adoption": "незаконного усиновлення",
        "purpose.surrogacy": "сурогатного материнства",
        "purpose.pornography": "виготовлення порнографії",
    },
    "fr": {
        "purpose.sexual": "proxénétisme",
        "purpose.forced_labour": "travail forcé",
        "purpose.slavery": "réduction en esclavage",
        "purpose.servitude": "servitude",
        "purpose.organs": "prélèvement d'organes",
        "purpose.begging": "mendicité",
        "purpose.crime": "activités criminelles",
        "purpose.marriage": "mariage forcé",
        "purpose.adoption": "adoption illégale",
        "purpose.surrogacy": "gestation pour autrui",
        "purpose.pornography": "pornographie",
    },
    "es": {
        "purpose.sexual": "explotación sexual",
        "purpose.forced_labour": "trabajo forzado",
        "purpose.slavery": "esclavitud",
        "purpose.servitude": "servidumbre",
        "purpose.organs": "extracción de órganos",
        "purpose.begging": "mendicidad",
        "purpose.crime": "actividades delictivas",
        "purpose.marriage": "matrimonio forzado",
        "purpose.adoption": "adopción ilegal",
        "purpose.surrogacy": "maternidad subrogada",
        "purpose.pornography": "pornografía",
    },
    "de": {
        "purpose.sexual": "der sexuellen Ausbeutung",
        "purpose.forced_labour": "der Zwangsarbeit",
        "purpose.slavery": "der Sklaverei",
        "purpose.servitude": "der Leibeigenschaft und der Knechtschaft",
        "purpose.organs": "der Entnahme von Organen",
        "purpose.begging": "der Bettelei",
        "purpose.crime": "der Begehung von Straftaten",
        "purpose.marriage": "der Zwangsheirat",
        "purpose.adoption": "der illegalen Adoption",
        "purpose.surrogacy": "der Leihmutterschaft",
        "purpose.pornography": "der Pornographie",
    },
    "nl": {
        "purpose.sexual": "seksuele uitbuiting",
        "purpose.forced_labour": "gedwongen arbeid",
        "purpose.slavery": "slavernij",
        "purpose.servitude": "dienstbaarheid",
        "purpose.organs": "verwijdering van organen",
        "purpose.begging": "bedelarij",
        "purpose.crime": "het plegen van strafbare activiteiten",
        "purpose.marriage": "een gedwongen huwelijk",
        "purpose.adoption": "illegale adoptie",
        "purpose.surrogacy": "draagmoederschap",
        "purpose.pornography": "pornografie",
    },
}

HEAVIER: Mapping[str, str] = {
    "en": "Where the victim is a child, the offender is liable to imprisonment for a term not exceeding twenty years.",
    "ru": "Те же деяния, совершенные в отношении несовершеннолетнего, –\n\nнаказываются лишением свободы на срок от "
    "восьми "
    "до пятнадцати лет.",
    "uk": "Ті самі дії, вчинені щодо неповнолітнього, –\n\nкараються позбавленням волі на строк від восьми до "
    "п'ятнадцяти років.",
    "fr": "L'infraction prévue au paragraphe 1 est punie de quinze ans de réclusion criminelle lorsqu'elle est "
    "commise à "
    "l'égard d'un mineur.",
    "es": "La pena será de diez a quince años de prisión cuando la víctima sea menor de edad.",
    "de": "Wer die Tat gegen ein Kind begeht, wird mit Freiheitsstrafe nicht unter drei Jahren bestraft.",
    "nl": "Indien het feit wordt gepleegd tegen een minderjarige, wordt de schuldige gestraft met gevangenisstraf "
    "van ten "
    "hoogste vijftien jaren.",
}

IRRELEVANT: Mapping[str, str] = {
    "en": "The consent of the victim to the intended exploitation is irrelevant.",
    "ru": "Согласие потерпевшего на эксплуатацию не имеет значения.",
    "uk": "Згода потерпілого на експлуатацію не береться до уваги.",
    "fr": "Le consentement de la victime à l'exploitation est indifférent.",
    "es": "El consentimiento de la víctima para la explotación será irrelevante.",
    "de": "Die Einwilligung des Opfers in die Ausbeutung ist unerheblich.",
    "nl": "De instemming van het slachtoffer met de uitbuiting is irrelevant.",
}


def offence(lang: str = "en") -> Offence:
    """The plain offence: five acts, three means, three forms of exploitation; everything else is left out."""
    return Offence(
        lang,
        tuple(ACTS[lang].values()),
        tuple(MEANS[lang][f"means.{m}"] for m in ("threat", "force", "deception")),
        tuple(PURPOSES[lang][f"purpose.{p}"] for p in ("sexual", "forced_labour", "slavery")),
    )


def version(text: str, lang: str = "en") -> Version:
    return read_text(text, lang=lang)


def analysis(*texts: str | Offence, lang: str = "en") -> GapAnalysis:
    """The findings about the texts as one body of law."""
    return _read(*_texts(texts, lang))[1]


def answers(*texts: str | Offence, lang: str = "en") -> dict[str, str]:
    """What the rules say of each code, before it is weighed how often they are right."""
    scope, _ = _read(*_texts(texts, lang))
    return {code: a.value.value for code, a in decide(scope).items()} if scope.core else dict.fromkeys(CODES, "no")


def answer(code: str, *texts: str | Offence, lang: str = "en") -> str:
    return answers(*texts, lang=lang)[code]


def finding(code: str, *texts: str | Offence, lang: str = "en") -> Finding:
    return analysis(*texts, lang=lang).finding(code)


def _texts(texts: tuple[str | Offence, ...], lang: str) -> tuple[tuple[str, ...], str]:
    lang = next((t.lang for t in texts if isinstance(t, Offence)), lang)
    return tuple(t.text() if isinstance(t, Offence) else t for t in texts), lang


@cache
def _read(texts: tuple[str, ...], lang: str) -> tuple[Scope, GapAnalysis]:
    return analyse([version(t, lang) for t in texts], load_framework("palermo"))


def scope_of(*texts: str, lang: str = "en") -> Scope:
    return find_scope([version(t, lang) for t in texts], load_cues(lang))


def cites(segments: tuple[Segment, ...] | list[Segment]) -> list[str]:
    """The articles that the segments stand in, each once."""
    return list(dict.fromkeys(s.unit.provision.cite for s in segments))


def turned(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The codes whose answer is another."""
    return {code for code in before if before[code] != after[code]}
