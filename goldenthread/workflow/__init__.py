"""Who did what: a board's own records, one Django app for each subject.

Subjects import only those to the right: reports, results, calendar, breaks, returns, people, agencies, history.
"""
