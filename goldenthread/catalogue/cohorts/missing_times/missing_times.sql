-- Every time at which a child went missing, numbered within its financial year.
SELECT
    child_key,
    missing_on,
    row_number() OVER (
        PARTITION BY child_key, year(missing_on) - cast(month(missing_on) < 4 AS integer)
        ORDER BY missing_on
    ) AS time_of_the_year,
    age_when_missing,
    covers_first,
    covers_last
FROM missing_episodes
WHERE missing_on BETWEEN covers_first AND covers_last
