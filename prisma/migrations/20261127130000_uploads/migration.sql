-- Files that come in parts and go on after an interruption (decision 018).

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "is_zip" BOOLEAN NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "received_bytes" INTEGER NOT NULL,
    "sha256" BYTEA,
    "idempotency_key" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "sealed_answer" TEXT,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_part" (
    "upload_id" UUID NOT NULL,
    "start_byte" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,

    CONSTRAINT "upload_part_pkey" PRIMARY KEY ("upload_id","start_byte")
);

-- CreateIndex
CREATE INDEX "upload_expires_at_idx" ON "upload"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "upload_organisation_id_id_key" ON "upload"("organisation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "upload_organisation_id_user_id_idempotency_key_key" ON "upload"("organisation_id", "user_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "upload_part_storage_key_key" ON "upload_part"("storage_key");

-- AddForeignKey
ALTER TABLE "upload_part" ADD CONSTRAINT "upload_part_organisation_id_upload_id_fkey" FOREIGN KEY ("organisation_id", "upload_id") REFERENCES "upload"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE upload ADD CONSTRAINT upload_product CHECK (product IN ('iwmo', 'ijw'));
ALTER TABLE upload ADD CONSTRAINT upload_sha256 CHECK (octet_length(sha256) = 32);
ALTER TABLE upload ADD CONSTRAINT upload_received CHECK (received_bytes BETWEEN 0 AND size_bytes);

-- Of the own gemeente only; the portal's jobs see them, to find those whose term is over.
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO portaal_app;
GRANT SELECT, INSERT, DELETE ON upload_part TO portaal_app;
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE upload_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON upload FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY begun ON upload FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY changed ON upload FOR UPDATE USING (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY ended ON upload FOR DELETE USING (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY visible ON upload_part FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY kept ON upload_part FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY ended ON upload_part FOR DELETE USING (organisation_id = (SELECT portaal_organisatie()));
