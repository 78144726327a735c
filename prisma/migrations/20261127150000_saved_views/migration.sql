-- Filters of the list of berichten under a name that a person gave them.

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_organisation_id_member_id_product_name_key" ON "saved_view"("organisation_id", "member_id", "product", "name");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_organisation_id_member_id_fkey" FOREIGN KEY ("organisation_id", "member_id") REFERENCES "member"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE saved_view ADD CONSTRAINT saved_view_product CHECK (product IN ('iwmo', 'ijw'));

-- Of the own gemeente only; nobody else has a use for them.
GRANT SELECT, INSERT, DELETE ON saved_view TO portaal_app;
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON saved_view USING (organisation_id = (SELECT portaal_organisatie()));
