-- What was erased on request, and must not come back. Migrations are only ever added.

ALTER TABLE revisions ADD COLUMN erased_at timestamptz;

COMMENT ON COLUMN revisions.erased_at IS
    'When text and tags of this revision were erased on request. The line stays, without hash and trace, as the memory '
    'that keeps the article from coming back when it is delivered again. The erasure itself is the highest revision of '
    'its article: a line that never had a text and tells followers of the change.';

CREATE INDEX revisions_erased ON revisions (id) WHERE erased_at IS NOT NULL;
COMMENT ON INDEX revisions_erased IS 'Writers look up whether an id was erased; there are few.';
