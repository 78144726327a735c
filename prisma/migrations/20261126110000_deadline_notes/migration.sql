-- A timeline holds notes beside changes of status; the servicedesk is told of the changes.
CREATE OR REPLACE FUNCTION find_bericht_status(wanted uuid) RETURNS TABLE (
  organisation_id uuid, organisation_name text, product text, direction "Direction", status "BerichtStatus",
  berichtsoort text, versie text, ontvanger text, created_at timestamptz, received_at timestamptz, fetched_at timestamptz,
  finding_codes jsonb, timeline jsonb
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.organisation_id, o.name, b.product, b.direction, b.status, b.berichtsoort, b.versie, b.ontvanger,
    b.created_at, b.received_at, b.fetched_at,
    (SELECT coalesce(jsonb_agg(DISTINCT f->>'code'), '[]')
       FROM jsonb_array_elements(CASE jsonb_typeof(b.findings) WHEN 'array' THEN b.findings ELSE '[]' END) AS f),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('status', c.status, 'at', c.at) ORDER BY c.at DESC, c.id DESC), '[]')
       FROM bericht_status_change c WHERE c.bericht_id = b.id AND c.note IS NULL)
  FROM bericht b JOIN organisation o ON o.id = b.organisation_id
  WHERE b.referentienummer = wanted AND portaal_bereik() = 'servicedesk'
  ORDER BY b.status IN ('AFGEKEURD', 'INGETROKKEN'), b.created_at DESC
$$;
