-- What belongs to a bericht is of the same gemeente. A foreign key on the id alone took any bericht there is.

-- DropForeignKey
ALTER TABLE "bericht_link" DROP CONSTRAINT "bericht_link_from_id_fkey";

-- DropForeignKey
ALTER TABLE "bericht_link" DROP CONSTRAINT "bericht_link_to_id_fkey";

-- DropForeignKey
ALTER TABLE "bericht_fact" DROP CONSTRAINT "bericht_fact_bericht_id_fkey";

-- DropForeignKey
ALTER TABLE "bericht_status_change" DROP CONSTRAINT "bericht_status_change_bericht_id_fkey";

-- CreateIndex
CREATE UNIQUE INDEX "bericht_organisation_id_id_key" ON "bericht"("organisation_id", "id");

-- AddForeignKey
ALTER TABLE "bericht_link" ADD CONSTRAINT "bericht_link_organisation_id_from_id_fkey" FOREIGN KEY ("organisation_id", "from_id") REFERENCES "bericht"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht_link" ADD CONSTRAINT "bericht_link_organisation_id_to_id_fkey" FOREIGN KEY ("organisation_id", "to_id") REFERENCES "bericht"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht_fact" ADD CONSTRAINT "bericht_fact_organisation_id_bericht_id_fkey" FOREIGN KEY ("organisation_id", "bericht_id") REFERENCES "bericht"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht_status_change" ADD CONSTRAINT "bericht_status_change_organisation_id_bericht_id_fkey" FOREIGN KEY ("organisation_id", "bericht_id") REFERENCES "bericht"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The keys say it now, also within the statement that inserts the bericht itself.
DROP POLICY tied ON bericht_link;
CREATE POLICY tied ON bericht_link FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
DROP POLICY kept ON bericht_fact;
CREATE POLICY kept ON bericht_fact FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));

-- Named by what waits for it: within the product, as it is searched.
DROP INDEX bericht_heen_identificatie;
CREATE INDEX bericht_heen_identificatie ON bericht (organisation_id, product, heen_identificatie)
  WHERE heen_identificatie IS NOT NULL;
