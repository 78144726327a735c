-- CreateIndex
CREATE INDEX "audit_event_actor_member_id_idx" ON "audit_event"("actor_member_id");
