-- Early help assessments and referrals in one list, so that the balance between them can be told.
SELECT child_key, begun_on, help, covers_first, covers_last
FROM (
    SELECT child_key, assessed_on AS begun_on, 'early' AS help, covers_first, covers_last FROM early_help_assessments
    UNION ALL
    SELECT child_key, referral_date AS begun_on, 'statutory' AS help, covers_first, covers_last FROM referrals
) AS begun
