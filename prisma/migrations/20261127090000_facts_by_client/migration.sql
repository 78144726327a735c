-- The rules across berichten ask what is known of a client.
CREATE INDEX "bericht_fact_client_organisation_id_product_idx" ON "bericht_fact"("client", "organisation_id", "product");
