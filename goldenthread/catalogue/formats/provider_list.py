"""Lists of providers that the inspectorate publishes: no return, and easily put beside one by mistake."""

from goldenthread.engine.definitions import Format, Table

_HEADERS = (
    "URN",
    "Sector",
    "Conditions",
    "Local authority",
    "Provider type",
    "Provision type",
    "Placement code",
    "Placement provider code",
    "Registration status",
    "Owner ID",
    "Setting name",
)

FORMAT = Format(
    name="provider-list",
    title="Ofsted list of providers",
    day_first=True,
    source="Ofsted, lists of social care providers; their layout changes every year.",
    loses={"Providers": "they are no part of a return; homes are known by the numbers that the return gives them"},
    tables=(
        Table(
            "Providers",
            "providers",
            dict.fromkeys(_HEADERS),
            recognised_by=("URN",),
            why="This is a list of providers, which the inspectorate publishes, and not a return. Nothing was taken.",
            aliases={"Local authority": ("Provider local authority",), "Setting name": ("Provider name",)},
            mostly_ours=False,
        ),
    ),
)
