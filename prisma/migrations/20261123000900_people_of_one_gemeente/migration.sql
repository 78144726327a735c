-- What hangs on a person is written for that person's own gemeente only. Sessions, roles and codes are looked up by the
-- person: a row of the own gemeente that names a person of another one would give that person a role or a code there.
ALTER POLICY tenancy ON session WITH CHECK (
  (organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'))
  AND (member_id IS NULL OR EXISTS (
    SELECT FROM member m WHERE m.id = session.member_id AND m.organisation_id = session.organisation_id)));

ALTER POLICY tenancy ON member_role WITH CHECK (
  (organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) IN ('identiteit', 'servicedesk', 'systeem'))
  AND EXISTS (SELECT FROM member m WHERE m.id = member_role.member_id AND m.organisation_id = member_role.organisation_id));

ALTER POLICY tenancy ON verification_code WITH CHECK (
  (organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'servicedesk')
  AND EXISTS (
    SELECT FROM member m WHERE m.id = verification_code.member_id AND m.organisation_id = verification_code.organisation_id));

ALTER POLICY tenancy ON code_request WITH CHECK (
  (organisation_id = (SELECT portaal_organisatie()) OR (SELECT portaal_bereik()) = 'servicedesk')
  AND EXISTS (SELECT FROM member m WHERE m.id = code_request.member_id AND m.organisation_id = code_request.organisation_id));
