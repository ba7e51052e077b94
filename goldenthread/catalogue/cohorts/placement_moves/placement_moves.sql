-- Every change of placement and carer (reasons P and B), but not of short breaks, with the first of three in a row.
-- An episode stands in the return of every year that it touches; it is taken from that of the year in which it began.
SELECT
    child_key,
    start_date AS moved_on,
    lag(start_date, 2) OVER (PARTITION BY child_key ORDER BY start_date) AS before_last_on,
    covers_first,
    covers_last
FROM looked_after_episodes
WHERE reason_started IN ('P', 'B')
    AND legal_status NOT IN ('V3', 'V4')
    AND start_date BETWEEN covers_first AND covers_last
