"""Whose definitions the indicators follow, as their pages name them."""

CHILDREN_IN_NEED = "Department for Education, Characteristics of children in need: methodology"
CHILDREN_LOOKED_AFTER = "Department for Education, Children looked after in England including adoptions: methodology"
CARE_CODES = "Our own definition, on codes of the SSDA903 return."
OWN = "Our own definition, on what partner agencies record locally."
MISSING = (
    "Our own definition, on what partner agencies record locally. What missing means is as in the Department for"
    " Education, Children looked after in England including adoptions: methodology (code M), which counts looked-after"
    " children alone."
)
AS_SUPPLIED = "As the agency that supplies it counts it."

SHORT_BREAKS = "Agreed series of short breaks (legal status V3 and V4)."
"""What every count of looked-after children leaves out."""

MOVED_HERE = "Conferences about children on another authority's plan who have moved here."
"""What shares of conferences held in time leave out."""

PLANS_OF_OTHERS = (
    "Nothing. A plan of another authority for a child who lives here is counted too where a return holds one; national"
    " statistics are of the authority's own."
)
"""What counts of child protection plans leave out."""

NOT_ABSENT = (
    "Children who were away without authorisation while it was known where they were (code A): they are absent, not"
    " missing."
)
"""What counts of children who went missing leave out."""
