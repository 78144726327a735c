-- What each realm may write, as narrow as the portal's own work allows; what it may see stays as it was, but for drafts.
--   systeem      looks over all gemeenten and writes nothing but the log: a job works on each in the realm of that gemeente
--   identiteit   alone makes registrations and sessions and knows staff; it gives no roles
--   organisatie  changes and ends what is there; a person and a session come into being by logging in only

DROP POLICY tenancy ON session;
CREATE POLICY visible ON session FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'));
CREATE POLICY begun_by_login ON session FOR INSERT WITH CHECK (
  (SELECT portaal_bereik()) = 'identiteit'
  AND (member_id IS NULL OR EXISTS (
    SELECT FROM member m WHERE m.id = session.member_id AND m.organisation_id = session.organisation_id)));
CREATE POLICY ended ON session FOR UPDATE
  USING (organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk'))
  WITH CHECK (
    (organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk'))
    AND (member_id IS NULL OR EXISTS (
      SELECT FROM member m WHERE m.id = session.member_id AND m.organisation_id = session.organisation_id)));

DROP POLICY tenancy ON member;
CREATE POLICY visible ON member FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'));
CREATE POLICY registered_by_login ON member FOR INSERT WITH CHECK ((SELECT portaal_bereik()) = 'identiteit');
CREATE POLICY changed ON member FOR UPDATE USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk'));

DROP POLICY tenancy ON member_role;
CREATE POLICY visible ON member_role FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'));
CREATE POLICY given ON member_role FOR INSERT WITH CHECK (
  (organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'servicedesk')
  AND EXISTS (SELECT FROM member m WHERE m.id = member_role.member_id AND m.organisation_id = member_role.organisation_id));
CREATE POLICY changed ON member_role FOR UPDATE
  USING (organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'servicedesk')
  WITH CHECK (
    (organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'servicedesk')
    AND EXISTS (SELECT FROM member m WHERE m.id = member_role.member_id AND m.organisation_id = member_role.organisation_id));
CREATE POLICY taken ON member_role FOR DELETE USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'servicedesk');

DROP POLICY staff ON staff_member;
CREATE POLICY visible ON staff_member FOR SELECT USING ((SELECT portaal_bereik()) IN ('identiteit', 'servicedesk'));
CREATE POLICY named_by_login ON staff_member FOR INSERT WITH CHECK ((SELECT portaal_bereik()) = 'identiteit');
CREATE POLICY renamed_by_login ON staff_member FOR UPDATE USING ((SELECT portaal_bereik()) = 'identiteit');

-- A draft is what its owner typed and has not sent: nobody else's realm has a use for it.
DROP POLICY tenancy ON form_draft;
CREATE POLICY own_rows ON form_draft USING (organisation_id = (SELECT portaal_organisatie()));

DROP POLICY tenancy ON product_settings;
CREATE POLICY visible ON product_settings FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY chosen ON product_settings FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY changed ON product_settings FOR UPDATE USING (organisation_id = (SELECT portaal_organisatie()));

DROP POLICY tenancy ON product_settings_change;
CREATE POLICY visible ON product_settings_change FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY appendable ON product_settings_change FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));

DROP POLICY tenancy ON bericht;
CREATE POLICY visible ON bericht FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY taken_in ON bericht FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
CREATE POLICY changed ON bericht FOR UPDATE USING (organisation_id = (SELECT portaal_organisatie()));

DROP POLICY tenancy ON bericht_status_change;
CREATE POLICY visible ON bericht_status_change FOR SELECT USING (
  organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'systeem');
CREATE POLICY appendable ON bericht_status_change FOR INSERT WITH CHECK (organisation_id = (SELECT portaal_organisatie()));
