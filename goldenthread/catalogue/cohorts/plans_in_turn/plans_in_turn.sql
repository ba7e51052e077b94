-- Every plan with the end of the same child's plan before it. A plan in the returns of several years is one plan.
WITH plans AS (
    SELECT
        child_key, plan_start, max(plan_end) AS plan_end,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM protection_plans
    GROUP BY child_key, plan_start
)
SELECT
    child_key,
    plan_start,
    lag(plan_end) OVER (PARTITION BY child_key ORDER BY plan_start) AS ended_before,
    covers_first,
    covers_last
FROM plans
