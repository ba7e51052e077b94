-- A plan cut at its reviews: within how many months the next is due, and which review before was the last held late.
-- A plan that stands in the returns of several years is one plan.
WITH plans AS (
    SELECT
        child_key, plan_start, max(plan_end) AS plan_end,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM protection_plans
    GROUP BY child_key, plan_start
),
turns AS (
    SELECT child_key, plan_start, plan_end, plan_start AS since, covers_first, covers_last FROM plans
    UNION
    SELECT plans.child_key, plan_start, plan_end, met_on AS since, plans.covers_first, plans.covers_last
    FROM plans
    JOIN plan_meetings AS meeting
        ON meeting.child_key = plans.child_key
        AND meeting.met_on > plans.plan_start
        AND (plans.plan_end IS NULL OR meeting.met_on < plans.plan_end)
    WHERE meeting.meeting_kind = 'review'
),
allowed AS (
    SELECT
        child_key, plan_start, plan_end, since, covers_first, covers_last,
        lead(since) OVER (PARTITION BY child_key, plan_start ORDER BY since) AS next_review,
        CASE WHEN since = plan_start THEN 3 ELSE 6 END AS months_allowed
    FROM turns
)
SELECT
    child_key,
    plan_start,
    since,
    coalesce(next_review, plan_end) AS until,
    months_allowed,
    max(CASE WHEN months_begun(since, next_review) > months_allowed THEN next_review END) OVER (
        PARTITION BY child_key, plan_start ORDER BY since ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS last_late_on,
    covers_first,
    covers_last
FROM allowed
