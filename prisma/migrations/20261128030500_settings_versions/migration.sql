-- Every version of the settings as a whole, so that an earlier one can be put back; and what more is known of a connection.

-- AlterTable
ALTER TABLE "product_settings" ADD COLUMN     "inactive_soorten" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "oin" TEXT,
ADD COLUMN     "stuf_version" TEXT NOT NULL DEFAULT '0210';

-- CreateTable
CREATE TABLE "product_settings_version" (
    "organisation_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "chosen" JSONB NOT NULL,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_settings_version_pkey" PRIMARY KEY ("organisation_id","product","version")
);

ALTER TABLE product_settings ADD CONSTRAINT product_settings_oin CHECK (oin ~ '^[0-9]{20}$');
ALTER TABLE product_settings ADD CONSTRAINT product_settings_stuf_version CHECK (stuf_version IN ('0210'));

GRANT SELECT, INSERT ON product_settings_version TO portaal_app;
ALTER TABLE product_settings_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON product_settings_version FOR SELECT USING (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY appendable ON product_settings_version FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));

-- The versions that are in force now. Those before them were not kept whole.
INSERT INTO product_settings_version
SELECT organisation_id, product, version, jsonb_build_object(
  'notificationAddresses', to_jsonb(notification_addresses), 'retention', retention, 'channel', channel, 'endpoint', endpoint,
  'clientCertificate', client_certificate, 'oin', oin, 'stufVersion', stuf_version, 'inactiveSoorten', to_jsonb(inactive_soorten)),
  changed_by_name, changed_at
FROM product_settings;
