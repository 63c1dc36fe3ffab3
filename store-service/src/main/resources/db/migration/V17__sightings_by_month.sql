CREATE INDEX sightings_stored ON sightings (stored_at);
COMMENT ON INDEX sightings_stored IS 'What goes with a month, where its article never came.';
