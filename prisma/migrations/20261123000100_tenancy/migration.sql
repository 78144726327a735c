-- Second lock behind the application's own checks: row level security. Each transaction of the application says on whose
-- behalf it works; what it does not say, it does not see.
--   portaal.bereik       organisatie  one gemeente, named by portaal.organisatie
--                        identiteit   logging in: users, sessions, members, before an organisation is known
--                        servicedesk  the operator's staff: gemeenten, agreements, people, codes, log; never berichten
--                        systeem      jobs of the portal itself
-- The tables belong to the administrator, whom row level security does not bind; portaal_app owns nothing.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portaal_app') THEN
    CREATE ROLE portaal_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
END $$;

CREATE FUNCTION portaal_bereik() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('portaal.bereik', true), '') $$;

CREATE FUNCTION portaal_organisatie() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN coalesce(current_setting('portaal.bereik', true), '') = 'organisatie'
                    THEN nullif(current_setting('portaal.organisatie', true), '')::uuid END $$;

GRANT USAGE ON SCHEMA public TO portaal_app;
GRANT SELECT, INSERT, UPDATE ON
  "user", account, staff_member, session, organisation, agreement, member, verification_code, code_request,
  product_settings, bericht TO portaal_app;
GRANT SELECT, INSERT ON product_settings_change, bericht_status_change, audit_event TO portaal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON member_role, form_draft, rate_window TO portaal_app;
GRANT SELECT ON audit_chain TO portaal_app;

ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_role ENABLE ROW LEVEL SECURITY;
ALTER TABLE verification_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE code_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE form_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE product_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE product_settings_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE bericht ENABLE ROW LEVEL SECURITY;
ALTER TABLE bericht_status_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;

CREATE POLICY identity_only ON "user" USING ((SELECT portaal_bereik()) = 'identiteit');
CREATE POLICY identity_only ON account USING ((SELECT portaal_bereik()) = 'identiteit');
CREATE POLICY staff ON staff_member USING ((SELECT portaal_bereik()) IN ('identiteit', 'servicedesk'));

CREATE POLICY tenancy ON session USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'));

CREATE POLICY own_row ON organisation FOR SELECT USING (
  id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'));
CREATE POLICY registered_by_servicedesk ON organisation FOR INSERT WITH CHECK ((SELECT portaal_bereik()) = 'servicedesk');
CREATE POLICY changed_by_servicedesk ON organisation FOR UPDATE USING ((SELECT portaal_bereik()) = 'servicedesk');

CREATE POLICY own_rows ON agreement FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk'));
CREATE POLICY registered_by_servicedesk ON agreement FOR INSERT WITH CHECK ((SELECT portaal_bereik()) = 'servicedesk');
CREATE POLICY changed_by_servicedesk ON agreement FOR UPDATE USING ((SELECT portaal_bereik()) = 'servicedesk');

CREATE POLICY tenancy ON member USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'));
CREATE POLICY tenancy ON member_role USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'));
CREATE POLICY tenancy ON verification_code USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'servicedesk');
CREATE POLICY tenancy ON code_request USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'servicedesk');
CREATE POLICY tenancy ON form_draft USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'systeem'));

CREATE POLICY tenancy ON product_settings USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY tenancy ON product_settings_change USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY tenancy ON bericht USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY tenancy ON bericht_status_change USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');

CREATE POLICY readable ON audit_event FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'servicedesk');
CREATE POLICY appendable ON audit_event FOR INSERT WITH CHECK (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'));

-- What the schema language cannot say.
ALTER TABLE member_role ADD CONSTRAINT member_role_product CHECK (product IN ('iwmo', 'ijw', 'wlz-registertoets'));
ALTER TABLE product_settings ADD CONSTRAINT product_settings_product CHECK (product IN ('iwmo', 'ijw', 'wlz-registertoets'));
ALTER TABLE bericht ADD CONSTRAINT bericht_product CHECK (product IN ('iwmo', 'ijw'));
ALTER TABLE bericht ADD CONSTRAINT bericht_sha256 CHECK (octet_length(sha256) = 32);
ALTER TABLE session ADD CONSTRAINT session_token_hash CHECK (octet_length(token_hash) = 32);
ALTER TABLE organisation ADD CONSTRAINT organisation_numbers CHECK (
  gemeente_code ~ '^[0-9]{4}$' AND (kvk IS NULL OR kvk ~ '^[0-9]{8}$') AND (rsin IS NULL OR rsin ~ '^[0-9]{9}$')
  AND (kvk IS NOT NULL OR rsin IS NOT NULL));
ALTER TABLE member ADD CONSTRAINT member_block CHECK ((state = 'GEBLOKKEERD') = (state_before_block IS NOT NULL));
ALTER TABLE audit_event ADD CONSTRAINT audit_event_action CHECK (action IN ('C', 'R', 'U', 'D', 'E'));
ALTER TABLE audit_event ADD CONSTRAINT audit_event_result CHECK (result IN ('ok', 'refused', 'error'));

-- One agreement of a kind in force, one usable code per person.
CREATE UNIQUE INDEX agreement_in_force ON agreement (organisation_id, kind) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX verification_code_usable ON verification_code (member_id) WHERE used_at IS NULL AND revoked_at IS NULL;

-- A delivery is a duplicate only of an accepted one that has not been withdrawn or refused by the chain.
CREATE UNIQUE INDEX bericht_delivered_content ON bericht (organisation_id, product, sha256)
  WHERE direction = 'AANGELEVERD' AND status IN ('ONTVANGEN', 'IN_WACHTRIJ', 'VERZONDEN', 'AFGELEVERD', 'BEANTWOORD');
CREATE UNIQUE INDEX bericht_delivered_identificatie ON bericht (organisation_id, berichtsoort, afzender, identificatie)
  WHERE direction = 'AANGELEVERD' AND status IN ('ONTVANGEN', 'IN_WACHTRIJ', 'VERZONDEN', 'AFGELEVERD', 'BEANTWOORD');
