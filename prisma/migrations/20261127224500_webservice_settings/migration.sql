-- The software of a gemeente: how berichten reach it, and by which certificate it is known (decision 021).

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('PORTAAL', 'WEBSERVICE');

-- AlterTable
ALTER TABLE "product_settings" ADD COLUMN     "channel" "Channel" NOT NULL DEFAULT 'PORTAAL',
ADD COLUMN     "client_certificate" TEXT,
ADD COLUMN     "client_fingerprint" TEXT,
ADD COLUMN     "endpoint" TEXT;

-- CreateIndex
CREATE INDEX "product_settings_client_fingerprint_idx" ON "product_settings"("client_fingerprint");

ALTER TABLE product_settings ADD CONSTRAINT product_settings_certificate CHECK (
  (client_certificate IS NULL) = (client_fingerprint IS NULL) AND client_fingerprint ~ '^[0-9a-f]{64}$');
ALTER TABLE product_settings ADD CONSTRAINT product_settings_webservice CHECK (
  channel = 'PORTAAL' OR (endpoint IS NOT NULL AND client_certificate IS NOT NULL));

-- A certificate stands for one gemeente. Two that register the same one at the same moment: the second is refused.
CREATE FUNCTION product_settings_one_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.client_fingerprint, 0));
  IF EXISTS (SELECT FROM product_settings
             WHERE client_fingerprint = NEW.client_fingerprint AND organisation_id <> NEW.organisation_id) THEN
    RAISE EXCEPTION 'the certificate is of another gemeente' USING ERRCODE = 'unique_violation', CONSTRAINT = 'product_settings_one_owner';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION product_settings_one_owner() FROM PUBLIC;
CREATE TRIGGER product_settings_one_owner BEFORE INSERT OR UPDATE OF client_fingerprint ON product_settings
  FOR EACH ROW WHEN (NEW.client_fingerprint IS NOT NULL) EXECUTE FUNCTION product_settings_one_owner();

-- Whether a gemeente is connected, when the chain brings something for it.
DROP POLICY own_rows ON agreement;
CREATE POLICY own_rows ON agreement FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'));
