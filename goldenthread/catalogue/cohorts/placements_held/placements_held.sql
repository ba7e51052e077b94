-- Episodes put together into placements: a new one begins when care begins (S) or with a move (P and B), not with a
-- change of law or with the same carer. An episode in the returns of several years is one episode.
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
        sum(CASE WHEN reason_started = 'S' THEN 1 ELSE 0 END) OVER in_turn AS time_in_care,
        sum(CASE WHEN reason_started IN ('S', 'P', 'B') THEN 1 ELSE 0 END) OVER in_turn AS placement
    FROM episodes
    WINDOW in_turn AS (PARTITION BY child_key ORDER BY start_date)
),
placed AS (
    SELECT
        child_key, time_in_care, placement, min(start_date) AS placed_on,
        CASE WHEN count(end_date) = count(start_date) THEN max(end_date) END AS left_on,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM numbered
    GROUP BY child_key, time_in_care, placement
),
born AS (
    SELECT child_key, max(birth_month) AS birth_month FROM people GROUP BY child_key
)
SELECT
    placed.child_key,
    min(placed_on) OVER (PARTITION BY placed.child_key, time_in_care) AS in_care_since,
    placed_on,
    left_on,
    lag(left_on, 2) OVER (PARTITION BY placed.child_key ORDER BY placed_on) AS third_last_left_on,
    born.birth_month,
    placed.covers_first,
    placed.covers_last
FROM placed
LEFT JOIN born ON born.child_key = placed.child_key
