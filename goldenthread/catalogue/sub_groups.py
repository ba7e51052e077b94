"""The sub groups of a board, each of which watches the indicators of its own work.

Boards have different ones. These are names by which an indicator says whose work it is; which agency, post or group of
a board answers for it is the board's own record (`workflow.framework`).
"""

PERFORMANCE = "Performance management"
FRONT_DOOR = "Front door"
EARLY_HELP = "Early help"
CHILD_PROTECTION = "Child protection"
LOOKED_AFTER = "Looked-after children and care leavers"
EXPLOITATION_AND_MISSING = "Child sexual exploitation and missing"
DOMESTIC_ABUSE = "Domestic abuse"
HEALTH = "Health"
EDUCATION = "Education"
SECURE_SETTINGS = "Secure settings"
CHILD_DEATHS = "Child death overview panel"
ALLEGATIONS = "Allegations and safer workforce"
LEARNING = "Learning and development"
VOICE = "Voice and influence"
