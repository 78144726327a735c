-- What a list is searched in, in small letters: row level security keeps every index on parts of texts out of a plan, so all
-- rows of a gemeente are read, and folding each of them anew cost most of it (docs/decisions/019).
ALTER TABLE bericht ADD COLUMN search_text text NOT NULL DEFAULT '';
UPDATE bericht SET search_text = lower(coalesce(identificatie, '') || E'\n' || file_name);

-- The list reads and searches in this index alone; only what it shows is taken from the table.
DROP INDEX "bericht_organisation_id_product_created_at_id_idx";
CREATE INDEX bericht_list
  ON bericht (organisation_id, product, created_at DESC, id DESC) INCLUDE (afzender, ontvanger, search_text);
