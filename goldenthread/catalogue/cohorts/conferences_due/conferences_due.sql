-- Every enquiry that found a conference to be needed, when that was due, and when it was held.
-- A conference belongs to the child's latest enquiry before it. An enquiry in two returns is one enquiry; it stays
-- due for as long as there are returns, because a conference that is never recorded is never held.
WITH enquiries AS (
    SELECT child_key, strategy_date, min(conference_date) AS conference_date, min(covers_first) AS covers_first
    FROM section_47_enquiries
    WHERE strategy_date BETWEEN covers_first AND covers_last
        AND (conference_needed = '1' OR conference_not_needed = '0')
    GROUP BY child_key, strategy_date
),
in_turn AS (
    SELECT
        child_key, strategy_date, conference_date, covers_first,
        lead(strategy_date) OVER (PARTITION BY child_key ORDER BY strategy_date) AS next_strategy
    FROM enquiries
)
SELECT
    in_turn.child_key,
    in_turn.strategy_date,
    working_days_after(in_turn.strategy_date, 15) AS due_on,
    coalesce(in_turn.conference_date, min(held.conference_date)) AS held_on,
    in_turn.covers_first,
    (SELECT max(covers_last) FROM section_47_enquiries) AS covers_last
FROM in_turn
LEFT JOIN initial_conferences AS held
    ON held.child_key = in_turn.child_key
    AND held.conference_date >= in_turn.strategy_date
    AND (in_turn.next_strategy IS NULL OR held.conference_date < in_turn.next_strategy)
GROUP BY in_turn.child_key, in_turn.strategy_date, in_turn.conference_date, in_turn.covers_first
