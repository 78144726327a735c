-- A functional error goes on to the software of the gemeente as well: an envelope of its own, about a bericht that was delivered
-- and may itself still stand in the line. Each envelope has its place.

-- AlterTable
ALTER TABLE "dispatch" DROP CONSTRAINT "dispatch_pkey",
ADD COLUMN     "fault" JSONB,
ADD CONSTRAINT "dispatch_pkey" PRIMARY KEY ("bericht_id", "referentienummer");

-- DropIndex
DROP INDEX "dispatch_organisation_id_bericht_id_key";

-- CreateIndex
CREATE INDEX "dispatch_organisation_id_bericht_id_idx" ON "dispatch"("organisation_id", "bericht_id");

-- The bericht itself stands in the line once at most.
CREATE UNIQUE INDEX dispatch_bericht_once ON dispatch (bericht_id) WHERE fault IS NULL;
