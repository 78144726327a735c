-- Software of a gemeente that asks the Wlz-Registertoets by the web service: it is known by its certificate, and nothing is sent to it.
ALTER TABLE product_settings DROP CONSTRAINT product_settings_webservice;
ALTER TABLE product_settings ADD CONSTRAINT product_settings_webservice CHECK (
  channel = 'PORTAAL' OR (client_certificate IS NOT NULL AND (product = 'wlz-registertoets' OR endpoint IS NOT NULL)));
ALTER TABLE product_settings ADD CONSTRAINT product_settings_nothing_sent CHECK (
  product <> 'wlz-registertoets' OR endpoint IS NULL);
