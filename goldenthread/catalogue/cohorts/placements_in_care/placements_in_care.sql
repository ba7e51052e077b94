-- Placements cut by the episodes of being looked after that they lie in, each with the law of that episode.
-- An episode in the returns of several years is one episode. A placement of which no episode is known stays whole.
WITH episodes AS (
    SELECT child_key, start_date, max(end_date) AS end_date, max(legal_status) AS legal_status
    FROM looked_after_episodes
    GROUP BY child_key, start_date
)
SELECT
    placed.child_key,
    CASE WHEN episode.start_date > placed.placed_on THEN episode.start_date ELSE placed.placed_on END AS lived_from,
    CASE
        WHEN placed.left_on IS NULL OR episode.end_date < placed.left_on THEN episode.end_date
        ELSE placed.left_on
    END AS lived_until,
    episode.legal_status,
    placed.long_distance,
    placed.placement_distance,
    placed.covers_first,
    placed.covers_last
FROM placements AS placed
LEFT JOIN episodes AS episode
    ON episode.child_key = placed.child_key
    AND (placed.left_on IS NULL OR episode.start_date < placed.left_on)
    AND (episode.end_date IS NULL OR episode.end_date > placed.placed_on)
