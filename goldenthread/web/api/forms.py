"""Making a token."""

from django import forms

from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.tokens.rules import FACES, LONGEST_PURPOSE

_SAYS = {
    Face.PARTNERSHIP: "The partnership's: small numbers hidden, not for publication",
    Face.PUBLIC: "The public's: protected for publication",
    Face.ROUNDED: "The public's, in fives: for tables of which anybody chooses what they show",
}


class Making(forms.Form):
    """What a token is for, and which figures it is to open."""

    purpose = forms.CharField(
        label="What is it for",
        max_length=LONGEST_PURPOSE,
        help_text="Such as: the quarterly dashboard of the performance sub group, in Power BI.",
        error_messages={"required": "Say what it is for", "max_length": f"Say it in up to {LONGEST_PURPOSE} letters"},
    )
    shows = forms.ChoiceField(label="Which figures it opens", choices=[(str(face), _SAYS[face]) for face in FACES])

    def face(self) -> Face:
        """The face that was chosen."""
        return Face(self.cleaned_data["shows"])
