-- What could not be read is given up by itself. Migrations are only ever added.

ALTER TABLE webhook_deliveries ADD COLUMN unreadable integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN webhook_deliveries.unreadable IS
    'How many of the attempts came to nothing since the change could not be read: the others were the receiver''s.';
