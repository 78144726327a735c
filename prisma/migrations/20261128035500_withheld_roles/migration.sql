-- A role that is given while somebody is at work counts from that browser's next token on (ASVS 7.2.4): the token that it had
-- before never carries more than it did.
ALTER TABLE "session" ADD COLUMN     "withheld_products" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- As before, without the roles that wait for the new token.
CREATE OR REPLACE FUNCTION find_session(wanted bytea) RETURNS TABLE (
  id uuid, user_id uuid, user_kind "UserKind", member_id uuid, organisation_id uuid, broker_id text, loa text,
  authn_instant timestamptz, created_at timestamptz, last_activity_at timestamptz, absolute_ends_at timestamptz,
  renew_token boolean, ended_at timestamptz, end_reason "SessionEndReason",
  member_state "OnboardingState", is_manager boolean, initials text, infix text, last_name text,
  organisation_name text, gemeente_code text, agreements_in_force bigint, roles jsonb, staff_name text,
  ip_prefix text, user_agent_hash text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.user_id, u.kind, s.member_id, s.organisation_id, s.broker_id, s.loa, s.authn_instant, s.created_at,
    s.last_activity_at, s.absolute_ends_at, s.renew_token, s.ended_at, s.end_reason,
    m.state, m.is_manager, m.initials, m.infix, m.last_name, o.name, o.gemeente_code,
    (SELECT count(*) FROM agreement a WHERE a.organisation_id = s.organisation_id AND a.withdrawn_at IS NULL),
    (SELECT jsonb_object_agg(r.product, r.role) FROM member_role r
     WHERE r.member_id = s.member_id AND r.product <> ALL (s.withheld_products)),
    f.name, s.ip_prefix, s.user_agent_hash
  FROM session s
  JOIN "user" u ON u.id = s.user_id
  LEFT JOIN member m ON m.id = s.member_id
  LEFT JOIN organisation o ON o.id = s.organisation_id
  LEFT JOIN staff_member f ON f.user_id = s.user_id
  WHERE s.token_hash = wanted
$$;

-- As before; with the new token nothing is withheld.
CREATE OR REPLACE FUNCTION renew_session_token(old_hash bytea, new_hash bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH renewed AS (
    UPDATE session SET token_hash = new_hash, renew_token = false, withheld_products = '{}'
    WHERE token_hash = old_hash AND renew_token AND ended_at IS NULL RETURNING 1
  ) SELECT EXISTS (SELECT FROM renewed)
$$;
