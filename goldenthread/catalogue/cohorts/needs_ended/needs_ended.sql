-- Every child in need plan that ended, with the first early help assessment on or after that day.
WITH ended AS (
    SELECT child_key, need_start, need_end, min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM child_in_need_plans
    WHERE need_end BETWEEN covers_first AND covers_last
    GROUP BY child_key, need_start, need_end
)
SELECT
    ended.child_key, ended.need_end, min(help.assessed_on) AS early_help_on, ended.covers_first, ended.covers_last
FROM ended
LEFT JOIN early_help_assessments AS help
    ON help.child_key = ended.child_key AND help.assessed_on >= ended.need_end
GROUP BY ended.child_key, ended.need_start, ended.need_end, ended.covers_first, ended.covers_last
