-- The session behind a token, with everything the gate needs, in one statement and outside row level security: nobody can
-- say for which gemeente a request is before this answers. It finds by the hash of a secret of 256 bits and nothing else.
CREATE FUNCTION find_session(wanted bytea) RETURNS TABLE (
  id uuid, user_id uuid, user_kind "UserKind", member_id uuid, organisation_id uuid, broker_id text, loa text,
  authn_instant timestamptz, created_at timestamptz, last_activity_at timestamptz, absolute_ends_at timestamptz,
  renew_token boolean, ended_at timestamptz, end_reason "SessionEndReason",
  member_state "OnboardingState", is_manager boolean, initials text, infix text, last_name text,
  organisation_name text, gemeente_code text, agreements_in_force bigint, roles jsonb, staff_name text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.user_id, u.kind, s.member_id, s.organisation_id, s.broker_id, s.loa, s.authn_instant, s.created_at,
    s.last_activity_at, s.absolute_ends_at, s.renew_token, s.ended_at, s.end_reason,
    m.state, m.is_manager, m.initials, m.infix, m.last_name, o.name, o.gemeente_code,
    (SELECT count(*) FROM agreement a WHERE a.organisation_id = s.organisation_id AND a.withdrawn_at IS NULL),
    (SELECT jsonb_object_agg(r.product, r.role) FROM member_role r WHERE r.member_id = s.member_id),
    f.name
  FROM session s
  JOIN "user" u ON u.id = s.user_id
  LEFT JOIN member m ON m.id = s.member_id
  LEFT JOIN organisation o ON o.id = s.organisation_id
  LEFT JOIN staff_member f ON f.user_id = s.user_id
  WHERE s.token_hash = wanted
$$;
REVOKE EXECUTE ON FUNCTION find_session(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_session(bytea) TO portaal_app;

-- Moves the last activity of a live session. One statement, because it happens at every step a person takes.
CREATE FUNCTION touch_session(wanted uuid, moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE session SET last_activity_at = moment WHERE id = wanted AND ended_at IS NULL AND last_activity_at < moment
$$;
REVOKE EXECUTE ON FUNCTION touch_session(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION touch_session(uuid, timestamptz) TO portaal_app;

-- Replaces the token of a live session; false when another request was first.
CREATE FUNCTION renew_session_token(old_hash bytea, new_hash bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH renewed AS (
    UPDATE session SET token_hash = new_hash, renew_token = false
    WHERE token_hash = old_hash AND renew_token AND ended_at IS NULL RETURNING 1
  ) SELECT EXISTS (SELECT FROM renewed)
$$;
REVOKE EXECUTE ON FUNCTION renew_session_token(bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION renew_session_token(bytea, bytea) TO portaal_app;

-- Whether a locator belongs to a code of another gemeente: using such a code is logged as serious. A locator is no secret,
-- and nothing else of the code is told.
CREATE FUNCTION code_locator_elsewhere(wanted text, own uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM verification_code WHERE locator = wanted AND organisation_id <> own)
$$;
REVOKE EXECUTE ON FUNCTION code_locator_elsewhere(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION code_locator_elsewhere(text, uuid) TO portaal_app;
