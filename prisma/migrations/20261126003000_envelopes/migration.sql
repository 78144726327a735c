-- The envelope of a bericht (decision 007), and what the chain said when it refused one.

ALTER TABLE bericht ADD COLUMN envelope jsonb, ADD COLUMN fault jsonb;

-- A referentienummer is used once per gemeente and direction. One that never left may be used again: a refused file is
-- corrected under its own number, and what was taken back is delivered anew.
DROP INDEX bericht_referentienummer_key;
CREATE INDEX bericht_referentienummer_idx ON bericht (referentienummer);
CREATE UNIQUE INDEX bericht_referentienummer_once ON bericht (organisation_id, direction, referentienummer)
  WHERE status NOT IN ('AFGEKEURD', 'INGETROKKEN');

-- The envelopes of what was accepted before: made once, from what is known of each. A retourbericht without its heenbericht
-- has none, because nobody knows what it answers.
UPDATE bericht b SET envelope = jsonb_build_object('delivered', NULL, 'header', jsonb_build_object(
    'berichtcode', CASE WHEN r.is_retour THEN 'Du01' ELSE 'Di01' END,
    'zender', jsonb_build_object('organisatie', o.gemeente_code, 'applicatie', 'PortaalZorg', 'administratie', left(o.name, 50)),
    'ontvanger', jsonb_build_object('organisatie', CASE WHEN r.is_retour THEN b.afzender ELSE b.ontvanger END),
    'referentienummer', b.referentienummer,
    'tijdstipBericht', to_char(b.created_at AT TIME ZONE 'Europe/Amsterdam', 'YYYYMMDDHH24MISS'),
    'functie', b.berichtsoort,
    'applicatieVersie', '0001', 'applicatieSubversie', '0000',
    'functieVersie', lpad(split_part(b.versie, '.', 1), 4, '0'),
    'functieSubversie', lpad(split_part(b.versie, '.', 2), 4, '0'))
  || CASE WHEN r.is_retour THEN jsonb_build_object('crossRefnummer', heen.referentienummer) ELSE '{}' END)
FROM bericht d
  JOIN organisation o ON o.id = d.organisation_id
  LEFT JOIN bericht heen ON heen.id = d.answers_id
  CROSS JOIN LATERAL (SELECT d.berichtsoort ~ '(302|306|308|316|318|320)$' AS is_retour) r
WHERE d.id = b.id AND b.direction = 'AANGELEVERD' AND b.status <> 'AFGEKEURD' AND b.referentienummer IS NOT NULL
  AND (NOT r.is_retour OR heen.referentienummer IS NOT NULL);

-- Of berichten under one number the servicedesk is told of the one that counts.
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
       FROM bericht_status_change c WHERE c.bericht_id = b.id)
  FROM bericht b JOIN organisation o ON o.id = b.organisation_id
  WHERE b.referentienummer = wanted AND portaal_bereik() = 'servicedesk'
  ORDER BY b.status IN ('AFGEKEURD', 'INGETROKKEN'), b.created_at DESC
$$;
