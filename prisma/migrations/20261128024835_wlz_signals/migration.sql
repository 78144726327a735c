-- Daily Wlz-signalen: whom a gemeente has compared with the Wlz register, and what came of it (decision 023).

-- AlterTable
ALTER TABLE "product_settings" ADD COLUMN     "wlz_signals" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "wlz_watch" (
    "organisation_id" UUID NOT NULL,
    "client" BYTEA NOT NULL,
    "bericht_id" UUID NOT NULL,
    "listed_on" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "checked_on" DATE,

    CONSTRAINT "wlz_watch_pkey" PRIMARY KEY ("organisation_id","client")
);

-- CreateTable
CREATE TABLE "wlz_signal" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "client" BYTEA NOT NULL,
    "since" DATE NOT NULL,
    "bericht_id" UUID NOT NULL,
    "bsn_end" CHAR(3) NOT NULL,
    "signalled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wlz_signal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "wlz_watch_organisation_id_checked_on_asked_at_idx" ON "wlz_watch"("organisation_id", "checked_on", "asked_at");

-- CreateIndex
CREATE INDEX "wlz_signal_organisation_id_id_idx" ON "wlz_signal"("organisation_id", "id" DESC);

-- CreateIndex
CREATE INDEX "wlz_signal_signalled_at_idx" ON "wlz_signal"("signalled_at");

-- CreateIndex
CREATE UNIQUE INDEX "wlz_signal_organisation_id_client_since_key" ON "wlz_signal"("organisation_id", "client", "since");

-- AddForeignKey
ALTER TABLE "wlz_watch" ADD CONSTRAINT "wlz_watch_organisation_id_bericht_id_fkey" FOREIGN KEY ("organisation_id", "bericht_id") REFERENCES "bericht"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wlz_signal" ADD CONSTRAINT "wlz_signal_organisation_id_bericht_id_fkey" FOREIGN KEY ("organisation_id", "bericht_id") REFERENCES "bericht"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE product_settings ADD CONSTRAINT product_settings_signals CHECK (product = 'wlz-registertoets' OR NOT wlz_signals);
ALTER TABLE wlz_watch ADD CONSTRAINT wlz_watch_hash CHECK (octet_length(client) = 16);
ALTER TABLE wlz_signal ADD CONSTRAINT wlz_signal_hash CHECK (octet_length(client) = 16);
ALTER TABLE wlz_signal ADD CONSTRAINT wlz_signal_end CHECK (bsn_end ~ '^[0-9]{3}$');

-- Written by the portal's job in the realm of each gemeente. A signal is never changed, and goes after its term.
GRANT SELECT, INSERT, UPDATE, DELETE ON wlz_watch TO portaal_app;
ALTER TABLE wlz_watch ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON wlz_watch FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY listed ON wlz_watch FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY asked ON wlz_watch FOR UPDATE USING (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY ended ON wlz_watch FOR DELETE USING (organisation_id = (SELECT portaal_organisatie()));

GRANT SELECT, INSERT, DELETE ON wlz_signal TO portaal_app;
ALTER TABLE wlz_signal ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON wlz_signal FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY given ON wlz_signal FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY outdated ON wlz_signal FOR DELETE USING ((SELECT portaal_bereik()) = 'systeem');
