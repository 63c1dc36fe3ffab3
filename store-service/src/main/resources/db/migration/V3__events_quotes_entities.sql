-- Who did what, who said what, and who is named how much: one row each, so that they can be asked for by themselves.

CREATE TABLE article_entities (
    stored_month date             NOT NULL,
    id           text COLLATE "C" NOT NULL,
    revision     integer          NOT NULL,
    entity       text COLLATE "C" NOT NULL,
    type         text COLLATE "C" NOT NULL,
    name         text             NOT NULL,
    salience     real             NOT NULL,
    mentions     integer          NOT NULL,
    roles        jsonb            NOT NULL,
    sort_at      timestamptz      NOT NULL,
    current      boolean          NOT NULL,
    CONSTRAINT article_entities_key PRIMARY KEY (id, revision, entity, stored_month)
) PARTITION BY RANGE (stored_month);

COMMENT ON TABLE article_entities IS
    'One entity of one revision: for timelines, for roles, and for questions about how much an article is about somebody.';
COMMENT ON COLUMN article_entities.roles IS 'As the text gives them, with the entity an office belongs to; without spans.';
COMMENT ON COLUMN article_entities.sort_at IS 'As in articles, so that a timeline needs no other table.';
COMMENT ON COLUMN article_entities.current IS 'Its revision is the head and usable.';
CREATE INDEX article_entities_timeline ON article_entities (entity, sort_at DESC, id DESC) WHERE current;
COMMENT ON INDEX article_entities_timeline IS 'An entity''s articles, newest first, page by page.';

CREATE TABLE event_mentions (
    stored_month date             NOT NULL,
    id           text COLLATE "C" NOT NULL,
    revision     integer          NOT NULL,
    ordinal      integer          NOT NULL,
    event        text COLLATE "C" NOT NULL,
    type         text COLLATE "C" NOT NULL,
    keys         text[] COLLATE "C" NOT NULL,
    event_date   date,
    confidence   real             NOT NULL,
    source_id    text COLLATE "C" NOT NULL,
    document     jsonb            NOT NULL,
    sort_at      timestamptz      NOT NULL,
    current      boolean          NOT NULL,
    CONSTRAINT event_mentions_key PRIMARY KEY (id, revision, ordinal, stored_month)
) PARTITION BY RANGE (stored_month);

COMMENT ON TABLE event_mentions IS
    'One event as one revision tells it, with its evidence. One event has many mentions; those of one event share its id.';
COMMENT ON COLUMN event_mentions.ordinal IS 'Its place among the events of the revision, from 0.';
COMMENT ON COLUMN event_mentions.event IS
    'Id of the event: a hash of type, actors, recipients, day and country, so that tellings which agree on them are one.';
COMMENT ON COLUMN event_mentions.keys IS
    'Exact filters that must hold of one event together, kind:value: event, actor, recipient, place, source.';
COMMENT ON COLUMN event_mentions.document IS 'The event as it was found, with every span.';
COMMENT ON COLUMN event_mentions.current IS 'Its revision is the head and usable.';
CREATE INDEX event_mentions_newest ON event_mentions (sort_at DESC, id DESC, ordinal DESC) WHERE current;
COMMENT ON INDEX event_mentions_newest IS 'Events, last told first, page by page.';
CREATE INDEX event_mentions_of_event ON event_mentions (event, sort_at DESC, id DESC, ordinal DESC) WHERE current;
COMMENT ON INDEX event_mentions_of_event IS 'Who told an event, and whether a mention is its newest.';
CREATE INDEX event_mentions_keys ON event_mentions USING gin (keys) WITH (fastupdate = on) WHERE current;
COMMENT ON INDEX event_mentions_keys IS 'Every exact filter. Its pending list is flushed by a timer.';

CREATE TABLE quotes (
    stored_month date             NOT NULL,
    id           text COLLATE "C" NOT NULL,
    revision     integer          NOT NULL,
    ordinal      integer          NOT NULL,
    speaker      text COLLATE "C",
    document     jsonb            NOT NULL,
    sort_at      timestamptz      NOT NULL,
    current      boolean          NOT NULL,
    CONSTRAINT quotes_key PRIMARY KEY (id, revision, ordinal, stored_month)
) PARTITION BY RANGE (stored_month);

COMMENT ON TABLE quotes IS 'Who said what in one revision, with its evidence.';
COMMENT ON COLUMN quotes.ordinal IS 'Its place among the quotes of the revision, from 0.';
COMMENT ON COLUMN quotes.speaker IS 'Id of the entity that speaks, or null where the text does not make it certain.';
COMMENT ON COLUMN quotes.document IS 'The quote as it was found, with every span.';
COMMENT ON COLUMN quotes.current IS 'Its revision is the head and usable.';
CREATE INDEX quotes_by_speaker ON quotes (speaker, sort_at DESC, id DESC, ordinal DESC) WHERE current AND speaker IS NOT NULL;
COMMENT ON INDEX quotes_by_speaker IS 'What somebody said, newest first.';

CREATE TABLE places (
    place     text COLLATE "C" NOT NULL,
    name      text             NOT NULL,
    country   text COLLATE "C",
    latitude  real             NOT NULL,
    longitude real             NOT NULL,
    CONSTRAINT places_key PRIMARY KEY (place)
);

COMMENT ON TABLE places IS 'Where the places lie that stored articles name: for questions about what is near, and for maps.';
COMMENT ON COLUMN places.place IS 'As in the tag place:…';
CREATE INDEX places_by_latitude ON places (latitude, longitude);
COMMENT ON INDEX places_by_latitude IS 'A radius is cut out of a belt of latitudes.';

ALTER TABLE articles ADD COLUMN mentioned datemultirange;
COMMENT ON COLUMN articles.mentioned IS 'The days that the text names, or null where it names none.';
CREATE INDEX articles_mentioned ON articles USING gist (mentioned)
    WHERE is_head AND status = 'usable' AND mentioned IS NOT NULL;
COMMENT ON INDEX articles_mentioned IS 'Articles that speak of a day or a span of days.';
