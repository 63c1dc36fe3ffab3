-- When somebody pushed articles or dropped wire copy: who used to send and has stopped is called silent.
CREATE TABLE sender_hours (
    sender text NOT NULL,
    hour   timestamptz NOT NULL,
    PRIMARY KEY (sender, hour)
);
COMMENT ON TABLE sender_hours IS 'Hours in which a sender sent anything; of the last 90 days.';
COMMENT ON COLUMN sender_hours.sender IS 'The way in and the source''s id, as it owns articles: push:example-news.';
COMMENT ON COLUMN sender_hours.hour IS 'When it began.';
