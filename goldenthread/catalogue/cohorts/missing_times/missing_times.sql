-- Every time at which a child went missing, and nobody knew where the child was, with the first of three in a row.
SELECT
    child_key,
    missing_on,
    lag(missing_on, 2) OVER (PARTITION BY child_key ORDER BY missing_on) AS before_last_on,
    age_when_missing,
    covers_first,
    covers_last
FROM missing_episodes
WHERE missing_kind = 'M'
    AND missing_on BETWEEN covers_first AND covers_last
