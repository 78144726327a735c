-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('AANGELEVERD', 'ONTVANGEN');

-- CreateEnum
CREATE TYPE "BerichtStatus" AS ENUM ('ONTVANGEN', 'AFGEKEURD', 'IN_WACHTRIJ', 'VERZONDEN', 'AFGELEVERD', 'BEANTWOORD', 'KETENFOUT', 'MISLUKT', 'INGETROKKEN', 'BESCHIKBAAR', 'OPGEHAALD', 'DOORGESTUURD', 'VERLOPEN');

-- CreateEnum
CREATE TYPE "UserKind" AS ENUM ('GEMEENTE', 'SERVICEDESK');

-- CreateEnum
CREATE TYPE "SessionEndReason" AS ENUM ('UITGELOGD', 'INACTIEF', 'ABSOLUUT', 'VERVANGEN', 'CODE_GEBRUIKT', 'GEBLOKKEERD', 'ROL_GEWIJZIGD', 'BEEINDIGD', 'OVEREENKOMST', 'TE_VEEL_SESSIES');

-- CreateEnum
CREATE TYPE "CodeKind" AS ENUM ('GEBRUIKER', 'GEBRUIKERSBEHEERDER');

-- CreateEnum
CREATE TYPE "AgreementKind" AS ENUM ('AANSLUITING', 'VECOZO');

-- CreateEnum
CREATE TYPE "OnboardingState" AS ENUM ('PROFIEL', 'VERIFICATIE', 'OPNIEUW_INLOGGEN', 'ACTIEF', 'GEBLOKKEERD');

-- CreateEnum
CREATE TYPE "Salutation" AS ENUM ('DE_HEER', 'MEVROUW');

-- CreateEnum
CREATE TYPE "ProductRole" AS ENUM ('GEBRUIKER', 'PRODUCTBEHEERDER');

-- CreateEnum
CREATE TYPE "Retention" AS ENUM ('TWEE_MAANDEN', 'DAG_NA_OPHALEN');

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "action" CHAR(1) NOT NULL,
    "result" TEXT NOT NULL,
    "reason_code" TEXT,
    "actor_kind" TEXT NOT NULL,
    "actor_user_id" UUID,
    "actor_member_id" UUID,
    "actor_role" TEXT,
    "organisation_id" UUID,
    "loa" TEXT,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "object_kind" TEXT,
    "object_id" TEXT,
    "basis" TEXT,
    "ip_prefix" TEXT,
    "user_agent_hash" TEXT,
    "request_id" TEXT,
    "session_id" UUID,
    "support_code" TEXT,
    "details" JSONB NOT NULL,
    "chain" SMALLINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "prev_hash" BYTEA NOT NULL DEFAULT '\x'::bytea,
    "hash" BYTEA NOT NULL DEFAULT '\x'::bytea,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "chain" SMALLINT NOT NULL,
    "last_seq" BIGINT NOT NULL,
    "last_hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "bericht" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "direction" "Direction" NOT NULL,
    "status" "BerichtStatus" NOT NULL,
    "berichtsoort" TEXT,
    "versie" TEXT,
    "afzender" TEXT,
    "ontvanger" TEXT,
    "identificatie" TEXT,
    "dagtekening" DATE,
    "referentienummer" UUID,
    "file_name" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "storage_key" TEXT,
    "findings" JSONB NOT NULL,
    "error_count" INTEGER NOT NULL,
    "warning_count" INTEGER NOT NULL,
    "delivered_by_id" UUID,
    "delivered_by_name" TEXT,
    "idempotency_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),
    "deadline_on" DATE,
    "answers_id" UUID,

    CONSTRAINT "bericht_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bericht_status_change" (
    "id" UUID NOT NULL,
    "bericht_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "status" "BerichtStatus" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_name" TEXT,
    "explanation" TEXT,

    CONSTRAINT "bericht_status_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "kind" "UserKind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "broker_id" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "member_id" UUID,
    "organisation_id" UUID,
    "broker_id" TEXT NOT NULL,
    "loa" TEXT NOT NULL,
    "authn_instant" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "renew_token" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" "SessionEndReason",
    "ip_prefix" TEXT NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_code" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "CodeKind" NOT NULL,
    "locator" CHAR(4) NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "verification_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_request" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_draft" (
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "sealed_values" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("user_id","organisation_id","form")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "gemeente_code" CHAR(4) NOT NULL,
    "kvk" CHAR(8),
    "rsin" CHAR(9),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "AgreementKind" NOT NULL,
    "signed_on" DATE NOT NULL,
    "document_reference" TEXT NOT NULL,
    "registered_by_id" UUID NOT NULL,
    "registered_by_name" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by_id" UUID,
    "withdrawn_by_name" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "OnboardingState" NOT NULL,
    "state_before_block" "OnboardingState",
    "block_reason" TEXT,
    "is_manager" BOOLEAN NOT NULL DEFAULT false,
    "salutation" "Salutation",
    "initials" TEXT,
    "first_name" TEXT,
    "infix" TEXT,
    "last_name" TEXT,
    "department" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "newsletter" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "profile_saved_at" TIMESTAMPTZ(3),
    "code_accepted_at" TIMESTAMPTZ(3),
    "activated_at" TIMESTAMPTZ(3),
    "last_login_at" TIMESTAMPTZ(3),
    "code_failures" INTEGER NOT NULL DEFAULT 0,
    "code_paused_until" TIMESTAMPTZ(3),
    "code_locked_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_role" (
    "member_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "role" "ProductRole" NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_role_pkey" PRIMARY KEY ("member_id","product")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key","starts_at")
);

-- CreateTable
CREATE TABLE "product_settings" (
    "organisation_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "notification_addresses" TEXT[],
    "retention" "Retention" NOT NULL,
    "version" INTEGER NOT NULL,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_settings_pkey" PRIMARY KEY ("organisation_id","product")
);

-- CreateTable
CREATE TABLE "product_settings_change" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "from_value" JSONB NOT NULL,
    "to_value" JSONB NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_settings_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_organisation_id_at_id_idx" ON "audit_event"("organisation_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_support_code_idx" ON "audit_event"("support_code");

-- CreateIndex
CREATE INDEX "audit_event_request_id_idx" ON "audit_event"("request_id");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_idx" ON "audit_event"("subject_id");

-- CreateIndex
CREATE INDEX "audit_event_object_id_idx" ON "audit_event"("object_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_chain_seq_key" ON "audit_event"("chain", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "bericht_referentienummer_key" ON "bericht"("referentienummer");

-- CreateIndex
CREATE INDEX "bericht_organisation_id_product_created_at_id_idx" ON "bericht"("organisation_id", "product", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "bericht_organisation_id_product_direction_status_created_at_idx" ON "bericht"("organisation_id", "product", "direction", "status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "bericht_organisation_id_product_identificatie_idx" ON "bericht"("organisation_id", "product", "identificatie");

-- CreateIndex
CREATE UNIQUE INDEX "bericht_organisation_id_delivered_by_id_idempotency_key_key" ON "bericht"("organisation_id", "delivered_by_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "bericht_status_change_bericht_id_at_idx" ON "bericht_status_change"("bericht_id", "at");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_broker_id_pseudonym_key" ON "account"("broker_id", "pseudonym");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_member_id_idx" ON "session"("member_id");

-- CreateIndex
CREATE INDEX "session_organisation_id_idx" ON "session"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_code_locator_key" ON "verification_code"("locator");

-- CreateIndex
CREATE INDEX "verification_code_member_id_idx" ON "verification_code"("member_id");

-- CreateIndex
CREATE INDEX "code_request_member_id_requested_at_idx" ON "code_request"("member_id", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_gemeente_code_key" ON "organisation"("gemeente_code");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_kvk_key" ON "organisation"("kvk");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_rsin_key" ON "organisation"("rsin");

-- CreateIndex
CREATE INDEX "agreement_organisation_id_idx" ON "agreement"("organisation_id");

-- CreateIndex
CREATE INDEX "member_organisation_id_state_idx" ON "member"("organisation_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "member_user_id_organisation_id_key" ON "member"("user_id", "organisation_id");

-- CreateIndex
CREATE INDEX "member_role_organisation_id_idx" ON "member_role"("organisation_id");

-- CreateIndex
CREATE INDEX "rate_window_starts_at_idx" ON "rate_window"("starts_at");

-- CreateIndex
CREATE INDEX "product_settings_change_organisation_id_product_changed_at_idx" ON "product_settings_change"("organisation_id", "product", "changed_at");

-- AddForeignKey
ALTER TABLE "bericht" ADD CONSTRAINT "bericht_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "bericht"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bericht_status_change" ADD CONSTRAINT "bericht_status_change_bericht_id_fkey" FOREIGN KEY ("bericht_id") REFERENCES "bericht"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_code" ADD CONSTRAINT "verification_code_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_request" ADD CONSTRAINT "code_request_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_role" ADD CONSTRAINT "member_role_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

