-- A second pair of eyes (VIER_OGEN) for making a gebruikersbeheerder: one of the servicedesk nominates, another makes the
-- code. The row counts for seven days; what happened stands in the log.

-- CreateTable
CREATE TABLE "manager_nomination" (
    "member_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "nominated_by_id" UUID NOT NULL,
    "nominated_by_name" TEXT NOT NULL,
    "nominated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "manager_nomination_pkey" PRIMARY KEY ("member_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_organisation_id_id_key" ON "member"("organisation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "manager_nomination_organisation_id_member_id_key" ON "manager_nomination"("organisation_id", "member_id");

-- AddForeignKey
ALTER TABLE "manager_nomination" ADD CONSTRAINT "manager_nomination_organisation_id_member_id_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only the servicedesk sees and makes them; jobs take away what no longer counts.
GRANT SELECT, INSERT, DELETE ON manager_nomination TO portaal_app;
ALTER TABLE manager_nomination ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_servicedesk ON manager_nomination USING ((SELECT portaal_bereik()) = 'servicedesk');
CREATE POLICY seen_by_jobs ON manager_nomination FOR SELECT USING ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY outdated ON manager_nomination FOR DELETE USING ((SELECT portaal_bereik()) = 'systeem');
