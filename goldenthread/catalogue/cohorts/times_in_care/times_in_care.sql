-- Episodes put together into unbroken times of care, each beside the one before.
-- An episode in the returns of several years is one episode; a time of which no start (S) is known is taken up no further.
WITH episodes AS (
    SELECT
        child_key, start_date, min(reason_started) AS reason_started, max(end_date) AS end_date,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM looked_after_episodes
    WHERE legal_status NOT IN ('V3', 'V4')
    GROUP BY child_key, start_date
),
numbered AS (
    SELECT
        child_key, start_date, end_date, covers_first, covers_last,
        sum(CASE WHEN reason_started = 'S' THEN 1 ELSE 0 END) OVER (PARTITION BY child_key ORDER BY start_date)
            AS time_in_care
    FROM episodes
),
cared AS (
    SELECT
        child_key, time_in_care, min(start_date) AS care_from,
        CASE WHEN count(end_date) = count(start_date) THEN max(end_date) END AS care_until,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM numbered
    GROUP BY child_key, time_in_care
)
SELECT
    child_key,
    CASE WHEN time_in_care > 0 THEN care_from END AS care_from,
    care_until,
    lag(care_until) OVER (PARTITION BY child_key ORDER BY care_from) AS left_before,
    covers_first,
    covers_last
FROM cared
