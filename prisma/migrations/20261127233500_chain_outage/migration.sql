-- When the chain took nothing in, so that somebody is told once.

-- CreateTable
CREATE TABLE "chain_outage" (
    "id" UUID NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "chain_outage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "chain_outage_began_at_idx" ON "chain_outage"("began_at");

-- Two workers that notice it at the same moment: one of them tells.
CREATE UNIQUE INDEX chain_outage_one ON chain_outage ((ended_at IS NULL)) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON chain_outage TO portaal_app;
ALTER TABLE chain_outage ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON chain_outage FOR SELECT USING ((SELECT portaal_bereik()) IN ('servicedesk', 'systeem'));
CREATE POLICY begun ON chain_outage FOR INSERT WITH CHECK ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY ended ON chain_outage FOR UPDATE USING ((SELECT portaal_bereik()) = 'systeem');
