-- Every referral that was accepted, with the latest early help assessment of the same child before it.
SELECT
    referral.child_key,
    referral.referral_date,
    max(help.assessed_on) AS helped_on,
    referral.age_at_referral,
    referral.covers_first,
    referral.covers_last
FROM referrals AS referral
LEFT JOIN early_help_assessments AS help
    ON help.child_key = referral.child_key AND help.assessed_on < referral.referral_date
WHERE referral.referral_date BETWEEN referral.covers_first AND referral.covers_last
GROUP BY
    referral.child_key, referral.referral_date, referral.age_at_referral, referral.covers_first, referral.covers_last
