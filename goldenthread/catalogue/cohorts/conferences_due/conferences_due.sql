-- Every enquiry that found a conference to be needed, when that was due, and when it was held.
-- A conference answers every enquiry about the child that came before it. An enquiry in two returns is one enquiry; it
-- is told of for as long as there are returns.
WITH enquiries AS (
    SELECT
        child_key, strategy_date,
        min(CASE WHEN conference_date >= strategy_date THEN conference_date END) AS conference_date,
        min(covers_first) AS covers_first
    FROM section_47_enquiries
    WHERE strategy_date BETWEEN covers_first AND covers_last
        AND (conference_needed = '1' OR conference_not_needed = '0')
    GROUP BY child_key, strategy_date
)
SELECT
    enquiries.child_key,
    enquiries.strategy_date,
    working_days_after(enquiries.strategy_date, 15) AS due_on,
    coalesce(enquiries.conference_date, min(held.conference_date)) AS held_on,
    enquiries.covers_first,
    (SELECT max(covers_last) FROM section_47_enquiries) AS covers_last
FROM enquiries
LEFT JOIN initial_conferences AS held
    ON held.child_key = enquiries.child_key AND held.conference_date >= enquiries.strategy_date
GROUP BY enquiries.child_key, enquiries.strategy_date, enquiries.conference_date, enquiries.covers_first
