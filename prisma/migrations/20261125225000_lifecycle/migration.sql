-- The state machine of a bericht, kept by the database as well: lib/berichten/rules.ts says the same, and a test holds the
-- two against each other for every pair of statuses.

ALTER TABLE bericht ADD COLUMN sent_at timestamptz(3);

-- Whether a bericht of a direction may go from one status to another. `was` null: it comes into being.
CREATE FUNCTION bericht_step_allowed(direction "Direction", was "BerichtStatus", becomes "BerichtStatus")
  RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE direction
    WHEN 'AANGELEVERD' THEN CASE
      -- Delivering, checking and putting in the queue are one write.
      WHEN was IS NULL THEN becomes IN ('ONTVANGEN', 'AFGEKEURD', 'IN_WACHTRIJ')
      WHEN was = 'ONTVANGEN' THEN becomes IN ('AFGEKEURD', 'IN_WACHTRIJ')
      WHEN was = 'IN_WACHTRIJ' THEN becomes IN ('INGETROKKEN', 'VERZONDEN', 'KETENFOUT', 'MISLUKT', 'BEANTWOORD')
      WHEN was = 'VERZONDEN' THEN becomes IN ('AFGELEVERD', 'KETENFOUT', 'MISLUKT', 'BEANTWOORD')
      WHEN was = 'AFGELEVERD' THEN becomes IN ('KETENFOUT', 'BEANTWOORD')
      WHEN was = 'KETENFOUT' THEN becomes IN ('IN_WACHTRIJ', 'BEANTWOORD')
      WHEN was = 'MISLUKT' THEN becomes IN ('IN_WACHTRIJ', 'KETENFOUT', 'BEANTWOORD')
      ELSE false END
    ELSE CASE
      WHEN was IS NULL THEN becomes = 'BESCHIKBAAR'
      WHEN was = 'BESCHIKBAAR' THEN becomes IN ('OPGEHAALD', 'DOORGESTUURD', 'VERLOPEN')
      ELSE false END
  END
$$;

CREATE FUNCTION bericht_lifecycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT bericht_step_allowed(NEW.direction, NULL, NEW.status) THEN
      RAISE EXCEPTION 'a bericht does not begin as %', NEW.status USING ERRCODE = 'check_violation', CONSTRAINT = 'bericht_lifecycle';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.direction <> OLD.direction THEN
    RAISE EXCEPTION 'a bericht keeps its direction' USING ERRCODE = 'check_violation', CONSTRAINT = 'bericht_lifecycle';
  END IF;
  IF NEW.status <> OLD.status AND NOT bericht_step_allowed(NEW.direction, OLD.status, NEW.status) THEN
    RAISE EXCEPTION 'a bericht does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation', CONSTRAINT = 'bericht_lifecycle';
  END IF;
  -- What left once may have arrived, so it is not taken back, also when it waits for another try.
  IF NEW.status = 'INGETROKKEN' AND OLD.status <> NEW.status AND OLD.sent_at IS NOT NULL THEN
    RAISE EXCEPTION 'a bericht that was sent is not withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'bericht_lifecycle';
  END IF;
  RETURN NEW;
END $$;

-- A new row is held against it when the application writes it: the owner loads rows as they are (a restore, a measurement).
CREATE TRIGGER bericht_lifecycle_begin BEFORE INSERT ON bericht
  FOR EACH ROW WHEN (current_user = 'portaal_app') EXECUTE FUNCTION bericht_lifecycle();
CREATE TRIGGER bericht_lifecycle_step BEFORE UPDATE OF status, direction ON bericht
  FOR EACH ROW EXECUTE FUNCTION bericht_lifecycle();
