"""From which state to which a return goes and who may lead it there, and how much of one we take."""

from goldenthread.workflow.history.transitions import Transition, Transitions

CHECKED, RECEIVED, ACCEPTED, DISCARDED = "checked", "received", "accepted", "discarded"
SENT = (RECEIVED, ACCEPTED)

RETURN = Transitions(
    subject="return",
    initial=CHECKED,
    ways=(
        Transition("sent", sources=(CHECKED,), target=RECEIVED, capability="send returns"),
        Transition("discarded", sources=(CHECKED,), target=DISCARDED, capability="send returns"),
        Transition("accepted", sources=(RECEIVED,), target=ACCEPTED, capability="accept returns"),
    ),
)
"""A return that is checked and not sent is a draft: its own agency's business. It is received when the agency sends it,
or at once where the analyst takes it in, and accepted when the analyst decides that it is evidence. It is never
un-accepted: a later return that covers the same days supersedes it."""

PROVISIONAL, VALIDATED, REVISED = "provisional", "validated", "revised"
FIRM = (VALIDATED, REVISED)

STATUS = Transitions(
    subject="return",
    initial=PROVISIONAL,
    ways=(
        Transition("validated", sources=(PROVISIONAL,), target=VALIDATED, capability="validate returns"),
        Transition("revised", sources=(PROVISIONAL, VALIDATED), target=REVISED),
    ),
)
"""How firm the numbers of a return are. They are provisional until its sender or the analyst says that they have been
checked and will stand. Those of a return that takes the place of a firm one are revised: others may have relied on the
numbers before. The program finds that out when it is accepted."""

A_LATER_RETURN = "a later return about the same days"
"""Why a return takes the place of an earlier one, where nobody says."""

LONGEST_REASON = 500

UPLOADED, USABLE, UNUSABLE = "uploaded", "usable", "unusable"

UPLOAD = Transitions(
    subject="upload",
    initial=UPLOADED,
    ways=(
        Transition("found usable", sources=(UPLOADED,), target=USABLE),
        Transition("found unusable", sources=(UPLOADED,), target=UNUSABLE),
        Transition("discarded", sources=(UPLOADED, UNUSABLE), target=DISCARDED, capability="send returns"),
    ),
)
"""Files are uploaded, and checking them finds them usable, which makes a draft of them, or not."""

CHECK = "check an upload"

TO_PUT_RIGHT = "to put the files right"
"""Why, as history says, somebody reads what is wrong with files that they have not sent yet."""

# Files are held in memory while they are checked, several times over. A city's yearly return is below 10 MB; what is
# twenty times that is something else that was put there by mistake.
LARGEST_FILE = 200 * 1024 * 1024
LARGEST_RETURN = 500 * 1024 * 1024
