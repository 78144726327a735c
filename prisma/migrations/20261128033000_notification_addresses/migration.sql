-- An address for notices is used only after its owner said so.

-- CreateTable
CREATE TABLE "notification_address" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_address_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notification_address_organisation_id_product_address_key" ON "notification_address"("organisation_id", "product", "address");

GRANT SELECT, INSERT, UPDATE, DELETE ON notification_address TO portaal_app;
ALTER TABLE notification_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON notification_address FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY asked ON notification_address FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY answered ON notification_address FOR UPDATE USING (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY removed ON notification_address FOR DELETE USING (organisation_id = (SELECT portaal_organisatie()));

-- Those of before were used already.
INSERT INTO notification_address
SELECT gen_random_uuid(), organisation_id, product, address, changed_at, changed_at
FROM product_settings, unnest(notification_addresses) AS address
GROUP BY organisation_id, product, address, changed_at;
