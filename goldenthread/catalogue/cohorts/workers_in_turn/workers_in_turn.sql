-- A child's social workers in turn. An allocation in the returns of several years is one allocation.
WITH workers AS (
    SELECT
        child_key, worker_from, max(worker_until) AS worker_until,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM social_worker_episodes
    GROUP BY child_key, worker_from
)
SELECT
    child_key,
    worker_from,
    worker_until,
    lag(worker_until, 2) OVER (PARTITION BY child_key ORDER BY worker_from) AS third_last_until,
    covers_first,
    covers_last
FROM workers
