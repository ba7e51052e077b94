-- Every referral that was accepted, with the day of the same child's referral before it.
SELECT
    child_key,
    referral_date,
    lag(referral_date) OVER (PARTITION BY child_key ORDER BY referral_date) AS referred_before,
    age_at_referral,
    covers_first,
    covers_last
FROM referrals
WHERE referral_date BETWEEN covers_first AND covers_last
