-- Two indexes began with the same columns as that on the key: of a table that grew fast the planner took any of the three, and
-- read all facts of a gemeente at every delivery. What is searched for now comes first, and nothing searches by client.

-- DropIndex
DROP INDEX "bericht_fact_organisation_id_product_client_idx";

-- DropIndex
DROP INDEX "bericht_fact_organisation_id_product_other_idx";

-- CreateIndex
CREATE INDEX "bericht_fact_other_organisation_id_product_idx" ON "bericht_fact"("other", "organisation_id", "product");
