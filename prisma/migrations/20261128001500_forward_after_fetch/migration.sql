-- What a person fetched can still go on to the software of the gemeente.
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
      -- Somebody looked at it first; the software of the gemeente gets it all the same.
      WHEN was = 'OPGEHAALD' THEN becomes = 'DOORGESTUURD'
      ELSE false END
  END
$$;
