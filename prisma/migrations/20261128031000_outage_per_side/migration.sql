-- VECOZO can be away while the CAK is there, and the other way round.

-- AlterTable
ALTER TABLE "chain_outage" ADD COLUMN     "side" TEXT NOT NULL DEFAULT 'VECOZO';

ALTER TABLE chain_outage ADD CONSTRAINT chain_outage_side CHECK (side IN ('VECOZO', 'CAK'));
DROP INDEX chain_outage_one;
CREATE UNIQUE INDEX chain_outage_one ON chain_outage (side) WHERE ended_at IS NULL;
