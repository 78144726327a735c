-- Software asks the Wlz-register with a certificate of its own, which ends like any other.
ALTER TABLE notification_cause DROP CONSTRAINT notification_cause_product;
ALTER TABLE notification_cause ADD CONSTRAINT notification_cause_product CHECK (
  product IN ('iwmo', 'ijw') OR (product = 'wlz-registertoets' AND kind IN ('INSTELLINGEN', 'CERTIFICAAT')));
ALTER TABLE notification DROP CONSTRAINT notification_product;
ALTER TABLE notification ADD CONSTRAINT notification_product CHECK (
  product IN ('iwmo', 'ijw') OR (product = 'wlz-registertoets' AND kind IN ('INSTELLINGEN', 'CERTIFICAAT')));
