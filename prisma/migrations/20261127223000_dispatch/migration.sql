-- What has to leave for the chain, in the order in which each pair of sender and receiver handed it in (decision 020).

-- CreateTable
CREATE TABLE "dispatch" (
    "bericht_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "place" BIGSERIAL NOT NULL,
    "referentienummer" UUID NOT NULL,
    "berichtsoort" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "failure" TEXT,
    "parked_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispatch_pkey" PRIMARY KEY ("bericht_id")
);

-- CreateIndex
CREATE INDEX "dispatch_organisation_id_sender_receiver_place_idx" ON "dispatch"("organisation_id", "sender", "receiver", "place");

-- CreateIndex
CREATE INDEX "dispatch_next_at_idx" ON "dispatch"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "dispatch_organisation_id_bericht_id_key" ON "dispatch"("organisation_id", "bericht_id");

-- AddForeignKey
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_organisation_id_bericht_id_fkey" FOREIGN KEY ("organisation_id", "bericht_id") REFERENCES "bericht"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE dispatch ADD CONSTRAINT dispatch_product CHECK (product IN ('iwmo', 'ijw'));
ALTER TABLE dispatch ADD CONSTRAINT dispatch_attempts CHECK (attempts >= 0);

-- The own gemeente writes; the portal's jobs find what is due; the servicedesk sees what waits or was given up: names of
-- parties, codes and times, never content.
GRANT SELECT, INSERT, UPDATE, DELETE ON dispatch TO portaal_app;
GRANT USAGE ON SEQUENCE dispatch_place_seq TO portaal_app;
ALTER TABLE dispatch ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON dispatch FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('servicedesk', 'systeem'));
CREATE POLICY queued ON dispatch FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY tried ON dispatch FOR UPDATE USING (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY confirmed ON dispatch FOR DELETE USING (organisation_id = (SELECT portaal_organisatie()));

-- What was delivered before there was a chain waits for it as well.
INSERT INTO dispatch (bericht_id, organisation_id, product, sender, receiver, referentienummer, berichtsoort, queued_at, next_at)
SELECT id, organisation_id, product, coalesce(envelope->'header'->'zender'->>'organisatie', ''),
  coalesce(envelope->'header'->'ontvanger'->>'organisatie', ''), referentienummer, berichtsoort, created_at, created_at
FROM bericht WHERE direction = 'AANGELEVERD' AND status = 'IN_WACHTRIJ' AND referentienummer IS NOT NULL ORDER BY created_at, id;
