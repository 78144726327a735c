-- What belongs to a bericht, what is due on it, and the facts that later berichten are held against.

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('GOED', 'AFGEKEURD');

-- CreateEnum
CREATE TYPE "Awaited" AS ENUM ('RETOUR', 'BESLUIT', 'EINDBESLUIT', 'DECLARATIE_ANTWOORD');

-- CreateEnum
CREATE TYPE "LinkKind" AS ENUM ('RETOUR', 'ANTWOORD', 'CORRECTIE');

-- CreateEnum
CREATE TYPE "TimelineNote" AS ENUM ('TERMIJN_VERSTREKEN');

-- AlterTable
ALTER TABLE "bericht" ADD COLUMN     "answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "awaits" "Awaited",
ADD COLUMN     "heen_dagtekening" DATE,
ADD COLUMN     "heen_identificatie" TEXT,
ADD COLUMN     "is_refused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "late_noted_for" DATE,
ADD COLUMN     "verdict" "Verdict";

-- AlterTable
ALTER TABLE "bericht_status_change" ADD COLUMN     "note" "TimelineNote";

-- CreateTable
CREATE TABLE "bericht_link" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "LinkKind" NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "bericht_link_pkey" PRIMARY KEY ("from_id","to_id","kind")
);

-- CreateTable
CREATE TABLE "bericht_fact" (
    "bericht_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" BYTEA NOT NULL,
    "client" BYTEA,
    "other" BYTEA,
    "party" TEXT,
    "from_on" DATE,
    "until_on" DATE,
    "details" JSONB NOT NULL,
    "keep_until" DATE NOT NULL,

    CONSTRAINT "bericht_fact_pkey" PRIMARY KEY ("bericht_id","place")
);

-- CreateIndex
CREATE INDEX "bericht_link_to_id_idx" ON "bericht_link"("to_id");

-- CreateIndex
CREATE INDEX "bericht_fact_organisation_id_product_kind_key_idx" ON "bericht_fact"("organisation_id", "product", "kind", "key");

-- CreateIndex
CREATE INDEX "bericht_fact_organisation_id_product_client_idx" ON "bericht_fact"("organisation_id", "product", "client");

-- CreateIndex
CREATE INDEX "bericht_fact_organisation_id_product_other_idx" ON "bericht_fact"("organisation_id", "product", "other");

-- CreateIndex
CREATE INDEX "bericht_fact_keep_until_idx" ON "bericht_fact"("keep_until");

-- AddForeignKey
ALTER TABLE "bericht_link" ADD CONSTRAINT "bericht_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "bericht"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht_link" ADD CONSTRAINT "bericht_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "bericht"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht_fact" ADD CONSTRAINT "bericht_fact_bericht_id_fkey" FOREIGN KEY ("bericht_id") REFERENCES "bericht"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was tied together and due before.
INSERT INTO bericht_link (from_id, to_id, kind, organisation_id)
  SELECT id, answers_id, (CASE WHEN right(berichtsoort, 3) = '325' THEN 'ANTWOORD' ELSE 'RETOUR' END)::"LinkKind", organisation_id
  FROM bericht WHERE answers_id IS NOT NULL;
UPDATE bericht b SET deadline_on = NULL, answered_at = a.created_at
  FROM bericht a WHERE a.answers_id = b.id AND a.status NOT IN ('AFGEKEURD', 'INGETROKKEN');
UPDATE bericht SET awaits = (CASE WHEN right(berichtsoort, 3) = '323' THEN 'DECLARATIE_ANTWOORD' ELSE 'RETOUR' END)::"Awaited"
  WHERE deadline_on IS NOT NULL;
UPDATE bericht SET awaits = 'RETOUR'
  WHERE direction = 'AANGELEVERD' AND status = 'IN_WACHTRIJ' AND right(berichtsoort, 3) IN ('301', '319');
ALTER TABLE bericht DROP CONSTRAINT bericht_answers_id_fkey, DROP COLUMN answers_id;

DROP INDEX bericht_answer_due;
-- What waits for an answer, in the order in which it is due; and what names another bericht.
CREATE INDEX bericht_awaiting ON bericht (organisation_id, product, direction, deadline_on, id) WHERE awaits IS NOT NULL;
CREATE INDEX bericht_overdue ON bericht (deadline_on) WHERE awaits IS NOT NULL AND late_noted_for IS DISTINCT FROM deadline_on;
CREATE INDEX bericht_heen_identificatie ON bericht (organisation_id, heen_identificatie) WHERE heen_identificatie IS NOT NULL;
-- A passed deadline is told once.
CREATE UNIQUE INDEX bericht_deadline_note ON bericht_status_change (bericht_id, explanation) WHERE note = 'TERMIJN_VERSTREKEN';

ALTER TABLE bericht ADD CONSTRAINT bericht_deadline CHECK (awaits IS NOT NULL OR deadline_on IS NULL);
ALTER TABLE bericht_fact ADD CONSTRAINT bericht_fact_product CHECK (product IN ('iwmo', 'ijw'));
ALTER TABLE bericht_fact ADD CONSTRAINT bericht_fact_hashes CHECK (
  octet_length(key) = 16 AND octet_length(client) = 16 AND octet_length(other) = 16);
ALTER TABLE bericht_link ADD CONSTRAINT bericht_link_two CHECK (from_id <> to_id);

-- Links are written once; facts are deleted when their term is over.
GRANT SELECT, INSERT ON bericht_link TO portaal_app;
GRANT SELECT, INSERT, DELETE ON bericht_fact TO portaal_app;
ALTER TABLE bericht_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE bericht_fact ENABLE ROW LEVEL SECURITY;
-- Both ends must be berichten that this transaction sees: its own gemeente's.
CREATE POLICY visible ON bericht_link FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY tied ON bericht_link FOR INSERT WITH CHECK (
  organisation_id = (SELECT portaal_organisatie())
  AND EXISTS (SELECT FROM bericht b WHERE b.id = from_id AND b.organisation_id = bericht_link.organisation_id)
  AND EXISTS (SELECT FROM bericht b WHERE b.id = to_id AND b.organisation_id = bericht_link.organisation_id));
CREATE POLICY visible ON bericht_fact FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY kept ON bericht_fact FOR INSERT WITH CHECK (
  organisation_id = (SELECT portaal_organisatie())
  AND EXISTS (SELECT FROM bericht b WHERE b.id = bericht_id AND b.organisation_id = bericht_fact.organisation_id));
CREATE POLICY ended ON bericht_fact FOR DELETE USING (organisation_id = (SELECT portaal_organisatie()));
