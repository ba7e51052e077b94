-- Every plan that ended, with the child in need plan and the episode of care that were open at the end of that day.
WITH ended AS (
    SELECT child_key, plan_start, plan_end, min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM protection_plans
    WHERE plan_end BETWEEN covers_first AND covers_last
    GROUP BY child_key, plan_start, plan_end
)
SELECT
    ended.child_key,
    ended.plan_end,
    min(need.need_start) AS in_need_since,
    min(care.start_date) AS looked_after_since,
    ended.covers_first,
    ended.covers_last
FROM ended
LEFT JOIN child_in_need_plans AS need
    ON need.child_key = ended.child_key
    AND need.need_start <= ended.plan_end
    AND (need.need_end IS NULL OR need.need_end > ended.plan_end)
LEFT JOIN looked_after_episodes AS care
    ON care.child_key = ended.child_key
    AND care.legal_status NOT IN ('V3', 'V4')
    AND care.start_date <= ended.plan_end
    AND (care.end_date IS NULL OR care.end_date > ended.plan_end)
    AND ended.plan_end BETWEEN care.covers_first AND care.covers_last
GROUP BY ended.child_key, ended.plan_start, ended.plan_end, ended.covers_first, ended.covers_last
