"""Everything that the documents about gaps say in the report's own language: whole sentences, so that they can be
translated; pairs are a sentence for one and a sentence for several.
"""

from __future__ import annotations

from types import MappingProxyType

from palermo.corpus.model.findings import Rating
from palermo.corpus.model.text_model import Basis
from palermo.report.language.message import Message

__all__ = ["BASES", "MEANINGS"]

MEANINGS = MappingProxyType(
    {
        Rating.CONTRARY: Message("The law says the opposite of what is asked."),
        Rating.ABSENT: Message("Nothing in the texts that were read says what is asked."),
        Rating.NARROWER: Message("A condition in the law leaves out cases that should be covered."),
        Rating.PARTLY: Message("The law says what is asked for some cases only."),
        Rating.UNDECIDED: Message("Careful readers can differ, or the answer lies in a text that was not given."),
        Rating.MET: Message("The law says what is asked."),
        Rating.BROADER: Message(
            "The law goes further than what is asked, or leaves out a restriction; that is no gap."
        ),
        Rating.NOT_REQUIRED: Message("Not asked for, and not in the law."),
    }
)
BASES = MappingProxyType(
    {
        Basis.ENACTED: Message("as enacted"),
        Basis.CONSOLIDATED: Message("as consolidated"),
        Basis.BUILT: Message("built by palermo from an older text and the acts that amend it"),
        Basis.FIRST_SEEN: Message("by the date that came with the file"),
    }
)

TITLE = Message("Gap analysis: {law}")
BRIEF_TITLE = Message("Country brief, {country}: {law}")
SUBJECT = Message("Held against: {framework}")

SUMMARY = Message("Summary")
COMPARED = Message(
    "This analysis holds one text against: {framework}.",
    "This analysis holds {n} texts, which are read together as one law, against: {framework}.",
)
TEXT_DATED = Message("{title} ({place}), in force from {date}, {basis}.")
NUMBERED = Message("[{n}] {title}")
TEXT_PLACE = Message("{country}, {language}")
TEXT_UNDATED = Message("{title} ({place}), without a date.")
LEAD_OPEN = Message(
    "One of the {asked} requirements is not met in full.", "{n} of the {asked} requirements are not met in full."
)
LEAD_NONE = Message("No gap was found among the {asked} requirements.")
LEAD_NO_LAW = Message("No provision on trafficking in persons was found in what was read.")
NO_LAW = Message(
    "All {asked} requirements therefore count as open or not required. If the provision stands in another text, "
    "give that text, too; if it is in these files, the words by which the law names trafficking are not known to "
    "palermo."
)
COUNTS = Message(
    "Of the {asked} requirements the law meets {met}; {open} are open and {undecided} cannot be decided from the texts."
)
COUNTS_DECIDED = Message("Of the {asked} requirements the law meets {met}, {open} are open, and none is undecided.")
BEYOND = Message("It also has one element that is not asked for.", "It also has {n} elements that are not asked for.")
BEYOND_UNDECIDED = Message(
    "One further question, about what is not asked for, is undecided as well.",
    "{n} further questions, about what is not asked for, are undecided as well.",
)
MAIN_GAPS = Message("The gap that matters most:", "The gaps that matter most, the gravest first:")
GAP_PLACE = Message("({asked}; in the law: {places})")
GAP_SEARCHED = Message("({asked}; looked for in: {places})")
GAP_ASKED = Message("({asked})")
ASKED_BY = Message("asked by art. {articles}, {bindingness}")
NOTHING_OPEN = Message("Nothing is open by the words of the texts.")

SURE = Message("How sure")
SURE_UNSEEN = Message(
    "Expect about {wrong} of the {answers} answers to be wrong: on {bodies} bodies of law on which palermo had "
    "not been tried before, {right} of its answers were those of the people who coded them by hand ({lowest} to "
    "{highest} from set to set; measured on {measured})."
)
SURE_RULES = Message("Least sure are the answers on: {names}.")
SURE_ONE = Message("{name} ({confidence})")
SURE_LANGUAGE = Message("The words for law in {language} are less tested than others; expect more to be missed.")
SURE_QUOTED = Message(
    "Every answer can be checked: it stands beside the words of the law that it rests on, or the provisions that "
    "were searched."
)

NEXT = Message("What to do next")
NEXT_SCOPE = Message("Check that the provisions which palermo read as the law on trafficking are all of it: {places}.")
NEXT_NO_SCOPE = Message("Find the provision on trafficking and give its text: nothing below means anything without it.")
NEXT_OPEN = Message(
    "Read the open requirement below against the text of the law.",
    "Read the {n} open requirements below against the text of the law, the gravest first.",
)
NEXT_UNDECIDED = Message(
    "Let a lawyer settle the undecided question; the text that would settle it is named.",
    "Let a lawyer settle the {n} undecided questions; the text that would settle each is named.",
)
NEXT_UNOFFICIAL = Message(
    "Hold the quotations against the official text: these files are not official, or do not say whether they "
    "are: {files}."
)
NEXT_UNDATED = Message("Find out from when on these texts are in force: {files}.")
NEXT_PRACTICE = Message("Ask what the words cannot tell: case law, practice, and law that stands in other texts.")

OPEN_TITLE = Message("Open requirements ({n})")
UNDECIDED_TITLE = Message("Undecided: for a lawyer to settle ({n})")
OPEN_OF = Message("Open requirements ({n}): {law}")
UNDECIDED_OF = Message("Undecided ({n}): {law}")
UNDECIDED_NONE = Message("Nothing is undecided: each question has an answer by the words of the texts.")
MET_TITLE = Message("Found in the law ({n})")
BROADER_TITLE = Message("Goes further, or leaves out a restriction ({n})")
NOT_REQUIRED_TITLE = Message("Not asked for, and not in the law ({n})")
REQUIREMENT = Message("Requirement")
BINDINGNESS = Message("Bindingness")
PROVISION = Message("The law")
RATING = Message("Rating")
EXPLANATION = Message("Explanation")
CLOSING = Message("What would close the gap")
TURNING = Message("What would change the answer")
SETTLING = Message("What would settle it")
NO_ARTICLE = Message("not asked for")
ARTICLE = Message("art. {article}, {bindingness}")
ARTICLE_QUALIFIED = Message("art. {article}, {bindingness}: {qualification}")
SEARCHED = Message("No such words. Searched: {places}.")
THE_WHOLE_TEXT = Message("the whole text")
MORE_PLACES = Message("and one further place", "and {n} further places")
RULE = Message("Rule {rule}, confidence {confidence}.")
NOT_SO = Message("not the case: {label}")
SOME_CASES = Message("in some cases")

PENALTIES = Message("Penalties")
NO_PENALTIES = Message("No penalty for trafficking was found in the texts.")
PENALTIES_CAPTION = Message("What the law threatens, and for what")
PLACE = Message("Place")
CIRCUMSTANCE = Message("For")
PENALTY = Message("Penalty")

METHOD = Message("Method, limits and error rates")
METHOD_HOW = Message(
    "palermo asks {questions} questions of a law: those of {framework}, and some on what laws often add. It "
    "finds the provisions on trafficking, the definitions that they use and the provisions that they refer to, "
    "and looks in them for the words and formulae by which laws of this language say each thing. Rules decide "
    "from these words; no model is trained, and nothing is translated."
)
METHOD_LIMITS = (
    Message(
        "Only the words of the texts listed below were read: not case law, practice, or treaties that apply directly."
    ),
    Message(
        "Words that palermo does not know can be missed, and a no then stands where a yes belongs. A no is the "
        "answer to check first."
    ),
    Message("The requirements are restated in palermo's words; the text of the instrument decides."),
    Message("No rating says that a law complies with the instrument, or that it does not."),
)
METHOD_RATES = Message(
    "Error rates on law not seen before ({bodies} bodies, coded by hand): {right} of all answers right; of the "
    "answers yes, {yes} right. Of the questions that the coders left unclear palermo answered {overclaimed} all "
    "the same. The confidence beside an answer is how often its rule was right on all statutes coded by hand, "
    "those in view while the rules were written among them; it is higher than what a new law gives."
)
RATINGS_CAPTION = Message("What the ratings mean")
SIGN = Message("Sign")
MEANING = Message("Meaning")

SOURCES = Message("Sources and reproducibility")
SOURCES_CAPTION = Message("Texts that were read")
TITLE_OF_TEXT = Message("Text")
LANGUAGE = Message("Language")
IN_FORCE = Message("In force from")
STATUS = Message("Status")
FILE = Message("File and SHA-256")
OFFICIAL = Message("official")
NOT_OFFICIAL = Message("not official")
OFFICIAL_UNKNOWN = Message("whether official is not known")
TRANSLATIONS = MappingProxyType(
    {
        "official": Message("official translation"),
        "unofficial": Message("unofficial translation"),
        "machine": Message("machine translation"),
    }
)
NO_DATE = Message("no date")
RETRIEVED = Message("retrieved {date}")
OFFICIAL_WORDS = Message("Official words of the requirements: {title} ({language}), {path}, SHA-256 {sha256}.")
FACTS_CAPTION = Message("How this document was made")
FRAMEWORK = Message("Framework")
VERSION = Message("palermo")
MADE = Message("Made on")
COMMAND = Message("Command")
FRAMEWORK_VERSION = Message("{id}, version {version}: {title}, {citation}")
DISCLAIMER = Message("palermo compares words and shows where they stand. It does not say what they mean in law.")

MATRIX_TITLE = Message("Gap analyses")
COMPARED_WITH = Message("Held against")
LIMITS = Message("Limits")
LEFT_OUT = Message("Left out")
LIFE = Message("life")
HOW_TO_REVIEW = Message("To review")
REVIEWING = (
    Message(
        "Each body has a sheet with a row a code. Fill in the yellow columns where you agree or disagree: your value "
        "(yes, no, unclear), its extent where it is a yes (full, some cases), your name, the date and the reason. "
        "Leave the other columns as they are."
    ),
    Message(
        "palermo review import FILE reads the yellow columns back. The sheet Codes says what a yes means and how "
        "close calls go."
    ),
)

HEAT_TITLE = Message("Bodies of law by code: what is open, undecided and met")
HEAT_PART = Message("{title} ({part} of {parts})")
HEAT_ALT = Message("Heat map of {bodies} bodies of law by {codes} codes.")
HEAT_ALT_ROW = Message("{body}: {counts}.")
TIMELINE_TITLE = Message("What was open in each edition of the law")
TIMELINE_ALT = Message(
    "Timeline of {editions} editions of the law from {first} to {last}, with the {shown} requirements that were "
    "open or changed."
)
TIMELINE_ALT_EDITION = Message("From {date}: {n} open.")
OPEN_COUNT = Message("{n} open")
STRIP_TITLE = Message("Where the act changed, from its beginning to its end")
STRIP_ALT = Message("The act from its beginning to its end: {counts}. Articles that changed: {articles}.")
STRIP_NOTHING = Message("none")
LANES = MappingProxyType(
    {"added": Message("added"), "changed": Message("changed"), "moved": Message("moved"), "removed": Message("removed")}
)

ARTICLES = Message("The articles themselves")
NO_ARTICLES = Message("There is none to quote.")
CUT = Message("[{n} further characters of this article are left out.]")
BRIEF_GROUPS = Message("How the law stands, group by group")
GROUP = Message("Group")
MET_OF = Message("Met")
OPEN = Message("Open")
UNDECIDED = Message("Undecided")
OF = Message("{n} of {all}")
NONE = Message("none")
BASIC_PENALTY = Message("The offence itself is threatened with: {penalty} ({places}).")
BRIEF_BEHIND = Message(
    "The articles are quoted in full on the next pages, with the files that were read. palermo gaps gives every "
    "answer with its words."
)
BRACKETS = Message("A number in brackets before a provision, such as [1], is that of the text in this list.")
DATED_TEXTS = Message("Read: {texts}")

MATRIX_OF = Message("Gap analysis of one body of law", "Gap analyses of {n} bodies of law")
MATRIX_COMPARED = Message(
    "This analysis holds one body of law against: {framework}.",
    "This analysis holds {n} bodies of law, each read by itself, against: {framework}.",
)
OFTEN_OPEN = Message("The requirements that most of them leave open:")
OPEN_IN = Message("{label}: open in {n} of {all}")
BODY = Message("Body of law")
MET = Message("Met")
GRAVEST = Message("Gravest gap")
MATRIX_TABLE = Message("The bodies of law and how they stand")
LEFT_OUT_SIDES = Message("Left out, as they could not be analysed:")

CHANGE_TITLE = Message("What changed: {before} → {after}")
CHANGE_COMPARED = Message(
    "This report holds the law before and after against: {framework}, and says what the change did about each "
    "requirement."
)
BEFORE = Message("Before")
AFTER = Message("After")
BEFORE_TEXT = Message("Before: {text}")
AFTER_TEXT = Message("After: {text}")
CHANGE_LEAD = Message("Open requirements: {before} before, {after} after.")
CHANGE_CLOSED = Message("One gap was closed: {names}.", "{n} gaps were closed: {names}.")
CHANGE_NEARER = Message("One came nearer to what is asked: {names}.", "{n} came nearer to what is asked: {names}.")
CHANGE_OPENED = Message("One gap was opened: {names}.", "{n} gaps were opened: {names}.")
CHANGE_WORSE = Message("One went further from what is asked: {names}.", "{n} went further from what is asked: {names}.")
CHANGE_UNDECIDED = Message(
    "One cannot be told, before or after: {names}.", "{n} cannot be told, before or after: {names}."
)
CHANGE_LEFT = Message("One is still open: {names}.", "{n} are still open: {names}.")
CHANGE_NOTHING = Message("No answer changed.")
CHANGED = Message("{title} ({n})")
CHANGED_ON = Message("{title} ({n}), {day}")
PENALTIES_CHANGED = Message("Penalties that changed")
PENALTIES_ON = Message("Penalties that changed, {day}")
BOTH_SIDES = Message("On both sides: {names}.")
PENALTIES_SAME = Message("The penalties are the same before and after.")
KIND_OF_CHANGE = Message("Change")
NEXT_CHANGE = Message(
    "What is still open after the change, and how sure these answers are, stands in the gap analysis of the law "
    "as it became: palermo gaps."
)
NEXT_CHANGED = Message(
    "Read what the change opened or made worse first: it may be how the law is written, and not what it says."
)
NO_PENALTY_HERE = Message("none")
STORY_TITLE = Message("How the law changed, {first} to {last}")

HISTORY_TITLE = Message("How the law changed, {first} to {last}: {law}")
HISTORY_COMPARED = Message("This report holds {n} editions of the law against: {framework}.")
HISTORY_STEP = Message("{date}: {law}")
HISTORY_DATES = Message(
    "The dates are those of the texts that were read; what changed at one of them may have changed at any time "
    "after the text before it. An article of which no earlier text was given is read as new."
)
HISTORY_TABLE = Message("Requirements by date")

CODEBOOK_ALL = Message("For close calls on any code:")
CODEBOOK_GROUP = Message("For close calls on any code of this group:")
CODEBOOK_TITLE = Message("Codebook: {framework}")
CODEBOOK_SUBJECT = Message("What a coder answers, code by code: {codes} codes")
CODEBOOK_HOW = Message("How to answer")
CODEBOOK_INTRO = Message(
    "Each code is a question about a body of law. It is answered with one of the values below and, where the "
    "answer is yes, with its extent; the answer gives a rating by the scale of the code. palermo gaps answers by "
    "the same rules, so that codings by hand can be held against its answers."
)
VALUES_TABLE = Message("Values")
EXTENTS_TABLE = Message("Extents of a yes")
VALUE = Message("Value")
EXTENT = Message("Extent")
MEANS = Message("Stands for")
CODE_YES = Message("Yes means: {means}")
CODE_DECISIONS = Message("Close calls: {decisions}")
CODE_ASKED = Message("Asked: {restatement} ({citation}; {bindingness})")
CODE_NOT_ASKED = Message("Not asked for: {restatement} ({citation})")
CODE_SCALE = Message("Rating: yes gives {yes}; yes in some cases gives {some}; no gives {no}; unclear gives {unclear}.")
CODE_NOTES = Message("Note: {notes}")
