-- Unbroken times of care, cut at their reviews: how many there were before, and which of them was the last held late.
-- The first is due within 20 working days, the second 3 months after it, each other 6 months after the one before. Of
-- care that began before the returns the first reviews are not known: from there on every six months are enough.
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
        child_key, min(start_date) AS care_from,
        CASE WHEN count(end_date) = count(start_date) THEN max(end_date) END AS care_until,
        min(covers_first) AS covers_first, max(covers_last) AS covers_last
    FROM numbered
    GROUP BY child_key, time_in_care
),
turns AS (
    SELECT child_key, care_from, care_until, care_from AS since, covers_first, covers_last FROM cared
    UNION
    SELECT cared.child_key, care_from, care_until, review_date AS since, cared.covers_first, cared.covers_last
    FROM cared
    JOIN looked_after_reviews AS review
        ON review.child_key = cared.child_key
        AND review.review_date > care_from
        AND (care_until IS NULL OR review.review_date < care_until)
    WHERE coalesce(review_cancelled, '0') <> '1'
),
counted AS (
    SELECT
        *,
        row_number() OVER in_turn - CASE WHEN care_from < covers_first THEN -1 ELSE 1 END AS reviews_before,
        lead(since) OVER in_turn AS next_review
    FROM turns
    WINDOW in_turn AS (PARTITION BY child_key, care_from ORDER BY since)
)
SELECT
    child_key, care_from, since, coalesce(next_review, care_until) AS until, reviews_before,
    max(CASE
        WHEN reviews_before = 0 AND working_days(since, next_review) > 20 THEN next_review
        WHEN reviews_before = 1 AND months_begun(since, next_review) > 3 THEN next_review
        WHEN reviews_before > 1 AND months_begun(since, next_review) > 6 THEN next_review
    END) OVER (
        PARTITION BY child_key, care_from ORDER BY since ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS last_late_on,
    covers_first, covers_last
FROM counted
