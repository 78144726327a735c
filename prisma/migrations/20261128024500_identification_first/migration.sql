-- An index that begins with the gemeente is as good as any other one to a planner that knows nothing of a table that grew fast:
-- it took the one of the list, and read all berichten of a gemeente at every delivery. What is searched for now comes first.

-- DropIndex
DROP INDEX "bericht_organisation_id_product_identificatie_idx";

-- CreateIndex
CREATE INDEX "bericht_identificatie_organisation_id_product_idx" ON "bericht"("identificatie", "organisation_id", "product");
