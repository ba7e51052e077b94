-- A child's social workers in turn, for as long as the child was looked after, short breaks apart. An allocation, or an
-- episode, in the returns of several years is one.
WITH workers AS (
    SELECT
        child_key, worker_from, max(worker_until) AS worker_until,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM social_worker_episodes
    GROUP BY child_key, worker_from
),
in_turn AS (
    SELECT
        child_key, worker_from, worker_until, covers_first, covers_last,
        lag(worker_until, 2) OVER (PARTITION BY child_key ORDER BY worker_from) AS third_last_until
    FROM workers
),
episodes AS (
    SELECT
        child_key, start_date, max(end_date) AS end_date,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM looked_after_episodes
    WHERE legal_status NOT IN ('V3', 'V4')
    GROUP BY child_key, start_date
)
SELECT
    in_turn.child_key,
    CASE WHEN worker_from > start_date THEN worker_from ELSE start_date END AS worker_from,
    CASE WHEN end_date IS NULL OR worker_until < end_date THEN worker_until ELSE end_date END AS worker_until,
    third_last_until,
    CASE WHEN in_turn.covers_first > care.covers_first THEN in_turn.covers_first ELSE care.covers_first END
        AS covers_first,
    CASE WHEN in_turn.covers_last < care.covers_last THEN in_turn.covers_last ELSE care.covers_last END AS covers_last
FROM in_turn
JOIN episodes AS care
    ON care.child_key = in_turn.child_key
    AND (worker_until IS NULL OR care.start_date < worker_until)
    AND (care.end_date IS NULL OR worker_from < care.end_date)
