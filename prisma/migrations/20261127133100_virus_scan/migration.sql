-- What the virus scanner has not seen yet (docs/decisions/014). Nobody gets at the content of such a row.
ALTER TABLE bericht ADD COLUMN awaits_scan boolean NOT NULL DEFAULT false;

-- Only what is held or was refused anyway may lie unscanned: nothing that can be fetched or sent.
ALTER TABLE bericht ADD CONSTRAINT bericht_scan CHECK (NOT awaits_scan OR status IN ('IN_CONTROLE', 'AFGEKEURD'));

-- Those that wait, oldest first: few, and mostly none.
CREATE INDEX bericht_awaits_scan ON bericht (created_at, id) WHERE awaits_scan;

-- What is held keeps others like it out, as what is under way does.
DROP INDEX bericht_delivered_content;
CREATE UNIQUE INDEX bericht_delivered_content ON bericht (organisation_id, product, sha256)
  WHERE direction = 'AANGELEVERD' AND status IN ('ONTVANGEN', 'IN_CONTROLE', 'IN_WACHTRIJ', 'VERZONDEN', 'AFGELEVERD', 'BEANTWOORD');
DROP INDEX bericht_delivered_identificatie;
CREATE UNIQUE INDEX bericht_delivered_identificatie ON bericht (organisation_id, berichtsoort, afzender, identificatie)
  WHERE direction = 'AANGELEVERD' AND status IN ('ONTVANGEN', 'IN_CONTROLE', 'IN_WACHTRIJ', 'VERZONDEN', 'AFGELEVERD', 'BEANTWOORD');

CREATE OR REPLACE FUNCTION bericht_step_allowed(direction "Direction", was "BerichtStatus", becomes "BerichtStatus")
  RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE direction
    WHEN 'AANGELEVERD' THEN CASE
      -- Delivering, checking and putting in the queue are one write.
      WHEN was IS NULL THEN becomes IN ('ONTVANGEN', 'IN_CONTROLE', 'AFGEKEURD', 'IN_WACHTRIJ')
      WHEN was = 'ONTVANGEN' THEN becomes IN ('IN_CONTROLE', 'AFGEKEURD', 'IN_WACHTRIJ')
      WHEN was = 'IN_CONTROLE' THEN becomes IN ('AFGEKEURD', 'IN_WACHTRIJ')
      WHEN was = 'IN_WACHTRIJ' THEN becomes IN ('INGETROKKEN', 'VERZONDEN', 'KETENFOUT', 'MISLUKT', 'BEANTWOORD')
      WHEN was = 'VERZONDEN' THEN becomes IN ('AFGELEVERD', 'KETENFOUT', 'MISLUKT', 'BEANTWOORD')
      WHEN was = 'AFGELEVERD' THEN becomes IN ('KETENFOUT', 'BEANTWOORD')
      WHEN was = 'KETENFOUT' THEN becomes IN ('IN_WACHTRIJ', 'BEANTWOORD')
      WHEN was = 'MISLUKT' THEN becomes IN ('IN_WACHTRIJ', 'KETENFOUT', 'BEANTWOORD')
      ELSE false END
    ELSE CASE
      WHEN was IS NULL THEN becomes IN ('IN_CONTROLE', 'BESCHIKBAAR')
      WHEN was = 'IN_CONTROLE' THEN becomes IN ('BESCHIKBAAR', 'AFGEKEURD')
      WHEN was = 'BESCHIKBAAR' THEN becomes IN ('OPGEHAALD', 'DOORGESTUURD', 'VERLOPEN')
      ELSE false END
  END
$$;
