-- Placements, put together from episodes as `placements_held` does, and cut at visits, but for those at which the child
-- was not seen.
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
        sum(CASE WHEN reason_started IN ('S', 'P', 'B') THEN 1 ELSE 0 END) OVER (
            PARTITION BY child_key ORDER BY start_date
        ) AS placement
    FROM episodes
),
placed AS (
    SELECT
        child_key, placement, min(start_date) AS placed_on,
        CASE WHEN count(end_date) = count(start_date) THEN max(end_date) END AS left_on,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM numbered
    GROUP BY child_key, placement
),
turns AS (
    SELECT child_key, placed_on, left_on, placed_on AS since, 0 AS visited, covers_first, covers_last FROM placed
    UNION
    SELECT
        placed.child_key, placed_on, left_on, visited_on AS since, CASE WHEN seen = '1' THEN 1 END AS visited,
        placed.covers_first, placed.covers_last
    FROM placed
    JOIN visits
        ON visits.child_key = placed.child_key
        AND visits.visited_on >= placed_on
        AND (left_on IS NULL OR visits.visited_on < left_on)
    WHERE visit_kind = 'looked_after' AND coalesce(seen, '9') <> '0'
)
SELECT
    child_key, placed_on, since,
    coalesce(lead(since) OVER (PARTITION BY child_key, placed_on ORDER BY since, visited), left_on) AS until,
    visited, covers_first, covers_last
FROM turns
