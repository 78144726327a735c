-- The log names sessions by their id: whose it was stays as long as the log, where it came from goes first.
CREATE POLICY emptied ON session FOR UPDATE USING ((SELECT portaal_bereik()) = 'systeem')
  WITH CHECK ((SELECT portaal_bereik()) = 'systeem' AND ip_prefix = '');
