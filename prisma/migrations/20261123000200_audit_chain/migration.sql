-- The log is append-only and chained: every row holds the hash of the one before it in its chain. There are sixteen chains,
-- so that transactions that write at the same time do not wait for each other; each row takes a chain that is free.

INSERT INTO audit_chain (chain, last_seq, last_hash)
  SELECT chain, 0, sha256(convert_to('portaal-zorg audit chain ' || chain, 'UTF8')) FROM generate_series(0, 15) AS chain;

-- What the hash covers: every column as text, each with its length before it, so that no two rows share one text. The same
-- text is built by lib/audit/verify-chain.ts, which trusts nothing in the database but the columns.
CREATE FUNCTION audit_event_text(e audit_event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(CASE WHEN part IS NULL THEN '-' ELSE length(part) || ':' || part END, '|' ORDER BY ordinal)
  FROM unnest(ARRAY[
    e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.event, e.action::text, e.result,
    e.reason_code, e.actor_kind, e.actor_user_id::text, e.actor_member_id::text, e.actor_role, e.organisation_id::text, e.loa,
    e.subject_kind, e.subject_id, e.object_kind, e.object_id, e.basis, e.ip_prefix, e.user_agent_hash, e.request_id,
    e.session_id::text, e.support_code, e.details::text, e.chain::text, e.seq::text
  ]) WITH ORDINALITY AS parts(part, ordinal)
$$;

CREATE FUNCTION audit_event_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head audit_chain%ROWTYPE;
  held text := current_setting('portaal.audit_chain', true);
BEGIN
  IF coalesce(held, '') <> '' THEN
    -- A second row of this transaction follows the first: taking another chain could wait in a circle.
    SELECT * INTO head FROM audit_chain WHERE chain = held::smallint FOR UPDATE;
  ELSE
    SELECT * INTO head FROM audit_chain ORDER BY (chain + pg_backend_pid()) % 16 LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
      SELECT * INTO head FROM audit_chain WHERE chain = pg_backend_pid() % 16 FOR UPDATE;
    END IF;
    PERFORM set_config('portaal.audit_chain', head.chain::text, true);
  END IF;
  NEW.chain := head.chain;
  NEW.seq := head.last_seq + 1;
  NEW.prev_hash := head.last_hash;
  NEW.hash := sha256(head.last_hash || convert_to(audit_event_text(NEW), 'UTF8'));
  UPDATE audit_chain SET last_seq = NEW.seq, last_hash = NEW.hash WHERE chain = head.chain;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_event_chain BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_chain();

-- Not even the administrator changes the log by accident.
CREATE FUNCTION audit_event_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION audit_event_refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse_change();
REVOKE EXECUTE ON FUNCTION audit_event_chain() FROM PUBLIC;
