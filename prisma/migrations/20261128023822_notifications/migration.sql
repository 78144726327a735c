-- What people are told in the portal and by mail, and what each of them wants to be mailed.

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('NIEUWE_BERICHTEN', 'KETENFOUT', 'TERMIJN', 'CERTIFICAAT', 'INSTELLINGEN');

-- CreateEnum
CREATE TYPE "MailFrequency" AS ENUM ('NOOIT', 'DIRECT', 'DAGELIJKS', 'WEKELIJKS');

-- CreateTable
CREATE TABLE "notification_cause" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "amount" INTEGER NOT NULL,
    "bericht_id" UUID,
    "by_member_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_cause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "amount" INTEGER NOT NULL,
    "bericht_id" UUID,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "unmailed_since" TIMESTAMPTZ(3),
    "mailed_amount" INTEGER NOT NULL DEFAULT 0,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "member_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "new_iwmo" "MailFrequency",
    "new_ijw" "MailFrequency",
    "fault" BOOLEAN,
    "deadline" BOOLEAN,
    "certificate" BOOLEAN,
    "settings" BOOLEAN,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("member_id")
);

-- CreateIndex
CREATE INDEX "notification_member_id_last_at_id_idx" ON "notification"("member_id", "last_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notification_last_at_idx" ON "notification"("last_at");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_organisation_id_member_id_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_organisation_id_member_id_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- While one is not read, what is told of the same kind and product is added to it.
CREATE UNIQUE INDEX notification_unread ON notification (member_id, kind, product) WHERE read_at IS NULL;
-- Where something waits to be mailed.
CREATE INDEX notification_unmailed ON notification (unmailed_since) WHERE read_at IS NULL AND unmailed_since IS NOT NULL;

ALTER TABLE notification_cause ADD CONSTRAINT notification_cause_product CHECK (
  product IN ('iwmo', 'ijw') OR (product = 'wlz-registertoets' AND kind = 'INSTELLINGEN'));
ALTER TABLE notification ADD CONSTRAINT notification_product CHECK (
  product IN ('iwmo', 'ijw') OR (product = 'wlz-registertoets' AND kind = 'INSTELLINGEN'));

-- For what is one person's, and no colleague's, a transaction says which person of the gemeente it works for.
CREATE FUNCTION portaal_lid() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN coalesce(current_setting('portaal.bereik', true), '') = 'organisatie'
                    THEN nullif(current_setting('portaal.lid', true), '')::uuid END $$;

-- Whatever happens in a gemeente puts its cause down; only the job that makes notifications of them reads and removes them.
GRANT SELECT, INSERT, DELETE ON notification_cause TO portaal_app;
ALTER TABLE notification_cause ENABLE ROW LEVEL SECURITY;
CREATE POLICY put_down ON notification_cause FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY seen_by_jobs ON notification_cause FOR SELECT USING ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY removed_by_jobs ON notification_cause FOR DELETE USING ((SELECT portaal_bereik()) = 'systeem');

-- Made, counted up, mailed and removed by jobs; seen and marked as read by the person alone.
GRANT SELECT, INSERT, UPDATE, DELETE ON notification TO portaal_app;
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_jobs ON notification USING ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY seen_by_person ON notification FOR SELECT
  USING (organisation_id = (SELECT portaal_organisatie()) AND member_id = (SELECT portaal_lid()));
CREATE POLICY read_by_person ON notification FOR UPDATE
  USING (organisation_id = (SELECT portaal_organisatie()) AND member_id = (SELECT portaal_lid()));

GRANT SELECT, INSERT, UPDATE ON notification_preference TO portaal_app;
ALTER TABLE notification_preference ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_person ON notification_preference
  USING (organisation_id = (SELECT portaal_organisatie()) AND member_id = (SELECT portaal_lid()));
CREATE POLICY seen_by_jobs ON notification_preference FOR SELECT USING ((SELECT portaal_bereik()) = 'systeem');
