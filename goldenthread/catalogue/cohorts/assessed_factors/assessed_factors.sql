-- Every assessment for which a factor is recorded, with whether it found those that are asked about most.
-- An assessment in two returns is one assessment.
SELECT
    child_key,
    assessment_start,
    max(assessment_end) AS assessment_end,
    max(CASE WHEN factor IN ('3A', '3B', '3C') THEN 1 ELSE 0 END) AS domestic_violence,
    max(CASE WHEN factor IN ('4A', '4B', '4C') THEN 1 ELSE 0 END) AS mental_health,
    max(CASE WHEN factor IN ('1A', '1B', '1C', '2A', '2B', '2C') THEN 1 ELSE 0 END) AS drink_or_drugs,
    max(CASE WHEN factor = '16A' THEN 1 ELSE 0 END) AS neglect,
    min(covers_first) AS covers_first,
    max(covers_last) AS covers_last
FROM assessment_factors
GROUP BY child_key, assessment_start
