-- Whom a bericht is about, as keyed hashes, for as long as its content is there (decision 017).

-- CreateTable
CREATE TABLE "bericht_client" (
    "bericht_id" UUID NOT NULL,
    "client" BYTEA NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "bericht_client_pkey" PRIMARY KEY ("bericht_id","client")
);

-- CreateIndex
CREATE INDEX "bericht_client_client_idx" ON "bericht_client"("client");

-- AddForeignKey
ALTER TABLE "bericht_client" ADD CONSTRAINT "bericht_client_organisation_id_bericht_id_fkey" FOREIGN KEY ("organisation_id", "bericht_id") REFERENCES "bericht"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE bericht_client ADD CONSTRAINT bericht_client_hash CHECK (octet_length(client) = 16);

-- Written with the bericht, deleted with its content, and never changed.
GRANT SELECT, INSERT, DELETE ON bericht_client TO portaal_app;
ALTER TABLE bericht_client ENABLE ROW LEVEL SECURITY;
-- No other realm has a use for it: a job works on each bericht in the realm of its gemeente.
CREATE POLICY visible ON bericht_client FOR SELECT USING (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY kept ON bericht_client FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY ended ON bericht_client FOR DELETE USING (organisation_id = (SELECT portaal_organisatie()));
