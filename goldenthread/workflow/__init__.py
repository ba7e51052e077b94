"""Who did what: a board's own records, one Django app for each subject.

Subjects import only those to the right: diary, waiting, searching, reports, evidence, plans, challenges, actions,
findings, audits, stories, results, framework, calendar, breaks, returns, people, agencies, history.
"""
