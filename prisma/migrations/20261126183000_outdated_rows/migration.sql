-- Rows about people go when their term is over (lib/retention). That is the portal's own job over all gemeenten, and the
-- servicedesk's people belong to none: the one thing besides the log that the realm of jobs writes itself.
GRANT DELETE ON session, verification_code, code_request TO portaal_app;
CREATE POLICY outdated ON session FOR DELETE USING ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY outdated ON verification_code FOR DELETE USING ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY outdated ON code_request FOR DELETE USING ((SELECT portaal_bereik()) = 'systeem');
-- To delete by age is to look at the age; what was typed stays sealed.
CREATE POLICY seen_by_jobs ON form_draft FOR SELECT USING ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY outdated ON form_draft FOR DELETE USING ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY seen_by_jobs ON verification_code FOR SELECT USING ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY seen_by_jobs ON code_request FOR SELECT USING ((SELECT portaal_bereik()) = 'systeem');
-- The policies of before are for every command: nobody else takes these away.
CREATE POLICY by_jobs_only ON verification_code AS RESTRICTIVE FOR DELETE USING ((SELECT portaal_bereik()) = 'systeem');
CREATE POLICY by_jobs_only ON code_request AS RESTRICTIVE FOR DELETE USING ((SELECT portaal_bereik()) = 'systeem');
