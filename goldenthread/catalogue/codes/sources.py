"""Who says so: the sources of code lists that several subjects share."""

ANNEX_A = "Ofsted, Annex A of the inspection of local authority children's services, as restated in open schemas (MIT)."

STANDARD = (
    "Standard Safeguarding Dataset 1.4.5, Data to Insight (MIT as declared), which restates what the Department for"
    " Education publishes. Contains public sector information licensed under the Open Government Licence v3.0."
)

RULES = "Validation rules of the yearly return for 2024/25, as listed by an open validator (MIT)."
