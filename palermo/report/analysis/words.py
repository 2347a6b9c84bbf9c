"""Everything that the documents about gaps say in the report's own language: whole sentences, so that they can be
translated; pairs are a sentence for one and a sentence for several.
"""

from __future__ import annotations

from types import MappingProxyType

from corpus.findings import Rating
from corpus.model import Basis

__all__ = ["BASES", "GROUPS", "LANGUAGES", "MEANINGS", "RATINGS", "many"]


def many(number: int, words: tuple[str, str], **named: object) -> str:
    """The sentence for this number, with `{n}` for it."""
    return words[number != 1].format(n=f"{number:,}", **named)


RATINGS = MappingProxyType({rating: rating.value for rating in Rating})
MEANINGS = MappingProxyType(
    {
        Rating.CONTRARY: "The law says the opposite of what is asked.",
        Rating.ABSENT: "Nothing in the texts that were read says what is asked.",
        Rating.NARROWER: "A condition in the law leaves out cases that should be covered.",
        Rating.PARTLY: "The law says what is asked for some cases only.",
        Rating.UNDECIDED: "Careful readers can differ, or the answer lies in a text that was not given.",
        Rating.MET: "The law says what is asked.",
        Rating.BROADER: "The law goes further than what is asked, or leaves out a restriction; that is no gap.",
        Rating.NOT_REQUIRED: "Not asked for, and not in the law.",
    }
)
BASES = MappingProxyType(
    {
        Basis.ENACTED: "as enacted",
        Basis.CONSOLIDATED: "as consolidated",
        Basis.BUILT: "built by palermo from an older text and the acts that amend it",
        Basis.FIRST_SEEN: "by the date that came with the file",
    }
)
GROUPS = MappingProxyType(
    {
        "act": "Acts",
        "means": "Means",
        "purpose": "Purposes",
        "child": "Children",
        "consent": "Consent",
        "scope": "Reach",
        "offence": "Liability",
    }
)
LANGUAGES = MappingProxyType(
    {
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fr": "French",
        "it": "Italian",
        "kk": "Kazakh",
        "nl": "Dutch",
        "pt": "Portuguese",
        "ru": "Russian",
        "uk": "Ukrainian",
    }
)

TITLE = "Gap analysis: {law}"
BRIEF_TITLE = "Country brief, {country}: {law}"
SUBJECT = "Held against: {framework}"

SUMMARY = "Summary"
COMPARED = (
    "This analysis holds one text against: {framework}.",
    "This analysis holds {n} texts, which are read together as one law, against: {framework}.",
)
TEXT_DATED = "{title} ({place}), in force from {date}, {basis}."
NUMBERED = "[{n}] {title}"
TEXT_PLACE = "{country}, {language}"
TEXT_UNDATED = "{title} ({place}), without a date."
LEAD_OPEN = (
    "One of the {asked} requirements is not met in full.",
    "{n} of the {asked} requirements are not met in full.",
)
LEAD_NONE = "No gap was found among the {asked} requirements."
LEAD_NO_LAW = "No provision on trafficking in persons was found in what was read."
NO_LAW = (
    "All {asked} requirements therefore count as open or not required. If the provision stands in another text, "
    "give that text, too; if it is in these files, the words by which the law names trafficking are not known to "
    "palermo."
)
COUNTS = (
    "Of the {asked} requirements the law meets {met}; {open} are open and {undecided} cannot be decided from the texts."
)
COUNTS_DECIDED = "Of the {asked} requirements the law meets {met}, {open} are open, and none is undecided."
BEYOND = ("It also has one element that is not asked for.", "It also has {n} elements that are not asked for.")
BEYOND_UNDECIDED = (
    "One further question, about what is not asked for, is undecided as well.",
    "{n} further questions, about what is not asked for, are undecided as well.",
)
MAIN_GAPS = ("The gap that matters most:", "The gaps that matter most, the gravest first:")
GAP_PLACE = "({asked}; in the law: {places})"
GAP_ASKED = "({asked})"
ASKED_BY = "asked by art. {articles}, {bindingness}"
NOTHING_OPEN = "Nothing is open by the words of the texts."

SURE = "How sure"
SURE_UNSEEN = (
    "Expect about {wrong} of the {answers} answers to be wrong: on {bodies} bodies of law on which palermo had "
    "not been tried before, {right} of its answers were those of the people who coded them by hand ({lowest} to "
    "{highest} from set to set; measured on {measured})."
)
SURE_RULES = "Least sure are the answers on: {names}."
SURE_ONE = "{name} ({confidence})"
SURE_LANGUAGE = "The words for law in {language} are less tested than others; expect more to be missed."
SURE_QUOTED = (
    "Every answer can be checked: it stands beside the words of the law that it rests on, or the provisions that "
    "were searched."
)

NEXT = "What to do next"
NEXT_SCOPE = "Check that the provisions which palermo read as the law on trafficking are all of it: {places}."
NEXT_NO_SCOPE = "Find the provision on trafficking and give its text: nothing below means anything without it."
NEXT_OPEN = (
    "Read the open requirement below against the text of the law.",
    "Read the {n} open requirements below against the text of the law, the gravest first.",
)
NEXT_UNDECIDED = (
    "Let a lawyer settle the undecided question; the text that would settle it is named.",
    "Let a lawyer settle the {n} undecided questions; the text that would settle each is named.",
)
NEXT_UNOFFICIAL = (
    "Hold the quotations against the official text: these files are not official, or do not say whether they "
    "are: {files}."
)
NEXT_UNDATED = "Find out from when on these texts are in force: {files}."
NEXT_PRACTICE = "Ask what the words cannot tell: case law, practice, and law that stands in other texts."

OPEN_TITLE = "Open requirements ({n})"
UNDECIDED_TITLE = "Undecided: for a lawyer to settle ({n})"
OPEN_OF = "Open requirements ({n}): {law}"
UNDECIDED_OF = "Undecided ({n}): {law}"
UNDECIDED_NONE = "Nothing is undecided: each question has an answer by the words of the texts."
MET_TITLE = "Found in the law ({n})"
BROADER_TITLE = "Goes further, or leaves out a restriction ({n})"
NOT_REQUIRED_TITLE = "Not asked for, and not in the law ({n})"
REQUIREMENT, BINDINGNESS, PROVISION, RATING = "Requirement", "Bindingness", "The law", "Rating"
EXPLANATION, CLOSING, TURNING, SETTLING = (
    "Explanation",
    "What would close the gap",
    "What would change the answer",
    "What would settle it",
)
NO_ARTICLE = "not asked for"
ARTICLE = "art. {article}, {bindingness}"
ARTICLE_QUALIFIED = "art. {article}, {bindingness}: {qualification}"
SEARCHED = "No such words. Searched: {places}."
THE_WHOLE_TEXT = "the whole text"
MORE_PLACES = ("and one further place", "and {n} further places")
RULE = "Rule {rule}, confidence {confidence:.0%}."
NOT_SO = "not the case: {label}"
SOME_CASES = "in some cases"
FRAMEWORK_SAYS = "Official words: {words}"

PENALTIES = "Penalties"
NO_PENALTIES = "No penalty for trafficking was found in the texts."
PENALTIES_CAPTION = "What the law threatens, and for what"
PLACE, CIRCUMSTANCE, PENALTY = "Place", "For", "Penalty"

METHOD = "Method, limits and error rates"
METHOD_HOW = (
    "palermo asks {questions} questions of a law: those of {framework}, and some on what laws often add. It "
    "finds the provisions on trafficking, the definitions that they use and the provisions that they refer to, "
    "and looks in them for the words and formulae by which laws of this language say each thing. Rules decide "
    "from these words; no model is trained, and nothing is translated."
)
METHOD_LIMITS = (
    "Only the words of the texts listed below were read: not case law, practice, or treaties that apply directly.",
    (
        "Words that palermo does not know can be missed, and a no then stands where a yes belongs. A no is the "
        "answer to check first."
    ),
    "The requirements are restated in palermo's words; the text of the instrument decides.",
    "No rating says that a law complies with the instrument, or that it does not.",
)
METHOD_RATES = (
    "Error rates on law not seen before ({bodies} bodies, coded by hand): {right} of all answers right; of the "
    "answers yes, {yes} right. Of the questions that the coders left unclear palermo answered {overclaimed} all "
    "the same. The confidence beside an answer is how often its rule was right on all statutes coded by hand, "
    "those in view while the rules were written among them; it is higher than what a new law gives."
)
RATINGS_CAPTION = "What the ratings mean"
SIGN, MEANING = "Sign", "Meaning"

SOURCES = "Sources and reproducibility"
SOURCES_CAPTION = "Texts that were read"
TITLE_OF_TEXT, LANGUAGE, IN_FORCE, STATUS, FILE = "Text", "Language", "In force from", "Status", "File and SHA-256"
OFFICIAL = "official"
NOT_OFFICIAL = "not official"
OFFICIAL_UNKNOWN = "whether official is not known"
TRANSLATIONS = MappingProxyType(
    {"official": "official translation", "unofficial": "unofficial translation", "machine": "machine translation"}
)
NO_DATE = "no date"
RETRIEVED = "retrieved {date}"
OFFICIAL_WORDS = "Official words of the requirements: {title} ({language}), {path}, SHA-256 {sha256}."
FACTS_CAPTION = "How this document was made"
FRAMEWORK, VERSION, MADE, COMMAND = "Framework", "palermo", "Made on", "Command"
FRAMEWORK_VERSION = "{id}, version {version}: {title}, {citation}"
DISCLAIMER = "palermo compares words and shows where they stand. It does not say what they mean in law."

MATRIX_TITLE = "Gap analyses"
COMPARED_WITH = "Held against"
LIMITS = "Limits"
LEFT_OUT = "Left out"
LIFE = "life"
HOW_TO_REVIEW = "To review"
REVIEWING = (
    (
        "Each body has a sheet with a row a code. Fill in the yellow columns where you agree or disagree: your value "
        "(yes, no, unclear), its extent where it is a yes (full, some cases), your name, the date and the reason. "
        "Leave the other columns as they are."
    ),
    (
        "palermo review import FILE reads the yellow columns back. The sheet Codes says what a yes means and how "
        "close calls go."
    ),
)

HEAT_TITLE = "Bodies of law by code: what is open, undecided and met"
HEAT_PART = "{title} ({part} of {parts})"
HEAT_ALT = "Heat map of {bodies} bodies of law by {codes} codes."
HEAT_ALT_ROW = "{body}: {counts}."
TIMELINE_TITLE = "What was open in each edition of the law"
TIMELINE_ALT = (
    "Timeline of {editions} editions of the law from {first} to {last}, with the {shown} requirements that were "
    "open or changed."
)
TIMELINE_ALT_EDITION = "From {date}: {n} open."
OPEN_COUNT = "{n} open"
STRIP_TITLE = "Where the act changed, from its beginning to its end"
STRIP_ALT = "The act from its beginning to its end: {counts}. Articles that changed: {articles}."
STRIP_NOTHING = "none"
LANES = MappingProxyType({"added": "added", "changed": "changed", "moved": "moved", "removed": "removed"})

ARTICLES = "The articles themselves"
NO_ARTICLES = "There is none to quote."
CUT = "[{n} further characters of this article are left out.]"
BRIEF_GROUPS = "How the law stands, group by group"
GROUP, MET_OF, OPEN, UNDECIDED = "Group", "Met", "Open", "Undecided"
OF = "{n} of {all}"
NONE = "none"
BASIC_PENALTY = "The offence itself is threatened with: {penalty} ({places})."
BRIEF_BEHIND = (
    "The articles are quoted in full on the next pages, with the files that were read. palermo gaps gives every "
    "answer with its words."
)
DATED_TEXTS = "Read: {texts}"

MATRIX_OF = ("Gap analysis of one body of law", "Gap analyses of {n} bodies of law")
MATRIX_COMPARED = (
    "This analysis holds one body of law against: {framework}.",
    "This analysis holds {n} bodies of law, each read by itself, against: {framework}.",
)
OFTEN_OPEN = "The requirements that most of them leave open:"
OPEN_IN = "{label}: open in {n} of {all}"
BODY, MET, GRAVEST = "Body of law", "Met", "Gravest gap"
MATRIX_TABLE = "The bodies of law and how they stand"
LEFT_OUT_SIDES = "Left out, as they could not be analysed:"

CHANGE_TITLE = "What changed: {before} → {after}"
CHANGE_COMPARED = (
    "This report holds the law before and after against: {framework}, and says what the change did about each "
    "requirement."
)
BEFORE, AFTER = "Before", "After"
BEFORE_TEXT, AFTER_TEXT = "Before: {text}", "After: {text}"
CHANGE_LEAD = "Open requirements: {before} before, {after} after."
CHANGE_CLOSED = ("One gap was closed: {names}.", "{n} gaps were closed: {names}.")
CHANGE_NEARER = ("One came nearer to what is asked: {names}.", "{n} came nearer to what is asked: {names}.")
CHANGE_OPENED = ("One gap was opened: {names}.", "{n} gaps were opened: {names}.")
CHANGE_WORSE = ("One went further from what is asked: {names}.", "{n} went further from what is asked: {names}.")
CHANGE_UNDECIDED = ("One cannot be told, before or after: {names}.", "{n} cannot be told, before or after: {names}.")
CHANGE_LEFT = ("One is still open: {names}.", "{n} are still open: {names}.")
CHANGE_NOTHING = "No answer changed."
CHANGED = "{title} ({n})"
CHANGED_ON = "{title} ({n}), {day}"
PENALTIES_CHANGED = "Penalties that changed"
PENALTIES_ON = "Penalties that changed, {day}"
BOTH_SIDES = "On both sides: {names}."
PENALTIES_SAME = "The penalties are the same before and after."
KIND_OF_CHANGE = "Change"
NEXT_CHANGE = (
    "What is still open after the change, and how sure these answers are, stands in the gap analysis of the law "
    "as it became: palermo gaps."
)
NEXT_CHANGED = (
    "Read what the change opened or made worse first: it may be how the law is written, and not what it says."
)
NO_PENALTY_HERE = "none"

HISTORY_TITLE = "How the law changed, {first} to {last}: {law}"
HISTORY_COMPARED = "This report holds {n} editions of the law against: {framework}."
HISTORY_STEP = "{date}: {law}"
HISTORY_DATES = (
    "The dates are those of the texts that were read; what changed at one of them may have changed at any time "
    "after the text before it. An article of which no earlier text was given is read as new."
)
HISTORY_TABLE = "Requirements by date"

CODEBOOK_ALL = "For close calls on any code:"
CODEBOOK_GROUP = "For close calls on any code of this group:"
CODEBOOK_TITLE = "Codebook: {framework}"
CODEBOOK_SUBJECT = "What a coder answers, code by code: {codes} codes"
CODEBOOK_HOW = "How to answer"
CODEBOOK_INTRO = (
    "Each code is a question about a body of law. It is answered with one of the values below and, where the "
    "answer is yes, with its extent; the answer gives a rating by the scale of the code. palermo gaps answers by "
    "the same rules, so that codings by hand can be held against its answers."
)
VALUES_TABLE, EXTENTS_TABLE = "Values", "Extents of a yes"
VALUE, EXTENT, MEANS = "Value", "Extent", "Stands for"
CODE_YES, CODE_DECISIONS = "Yes means: {means}", "Close calls: {decisions}"
CODE_ASKED = "Asked: {restatement} ({citation}; {bindingness})"
CODE_NOT_ASKED = "Not asked for: {restatement} ({citation})"
CODE_SCALE = "Rating: yes gives {yes}; yes in some cases gives {some}; no gives {no}; unclear gives {unclear}."
CODE_NOTES = "Note: {notes}"
