-- Which dead letters were put back on their topics. Migrations are only ever added.

CREATE TABLE dead_letter_replays (
    topic         text COLLATE "C" NOT NULL,
    partition_no  integer          NOT NULL,
    letter_offset bigint           NOT NULL,
    written_at    timestamptz      NOT NULL,
    replayed_at   timestamptz      NOT NULL,
    key_id        text COLLATE "C",
    edited        boolean          NOT NULL,
    replay_no     bigint GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT dead_letter_replays_key PRIMARY KEY (topic, partition_no, letter_offset, replay_no)
);

COMMENT ON TABLE dead_letter_replays IS
    'One row each time a dead letter was put back: a few a letter at most. The letter itself is in Kafka, and rows are '
    'forgotten when Kafka has deleted it. Holds no text.';
COMMENT ON COLUMN dead_letter_replays.topic IS 'The dead-letter topic.';
COMMENT ON COLUMN dead_letter_replays.partition_no IS 'Where the letter lies in it.';
COMMENT ON COLUMN dead_letter_replays.letter_offset IS 'Where the letter lies in that partition.';
COMMENT ON COLUMN dead_letter_replays.written_at IS
    'When the broker took the letter: where a topic was made anew, its offsets name other letters.';
COMMENT ON COLUMN dead_letter_replays.key_id IS 'Id of the API key that asked for it; null where none was needed.';
COMMENT ON COLUMN dead_letter_replays.edited IS 'Whether it was put back with another payload.';
COMMENT ON COLUMN dead_letter_replays.replay_no IS 'Tells the replays of one letter apart.';
CREATE INDEX dead_letter_replays_written ON dead_letter_replays (written_at);
COMMENT ON INDEX dead_letter_replays_written IS 'The old ones, to be forgotten, and the newest of a topic.';
