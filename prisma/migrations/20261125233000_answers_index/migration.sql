-- What asks for an answer is counted and listed with "is there an answer to this one?": by this index, not by reading on.
CREATE INDEX bericht_answers ON bericht (answers_id) WHERE answers_id IS NOT NULL;
CREATE INDEX bericht_answer_due ON bericht (organisation_id, product, deadline_on) WHERE deadline_on IS NOT NULL;
