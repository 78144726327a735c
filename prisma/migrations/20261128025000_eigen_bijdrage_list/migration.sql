-- The few berichten about the eigen bijdrage among all of a gemeente, for the list of their own tab. The names stand in
-- lib/berichten/eigen-bijdrage/only-eigen-bijdrage.ts in the same words: otherwise this index is not used.
CREATE INDEX bericht_eigen_bijdrage ON bericht (organisation_id, product, created_at DESC, id DESC)
  WHERE berichtsoort IN ('WMO405', 'WMO406', 'WMO407', 'WMO408');
