-- Stories by how many articles they have.
CREATE INDEX stories_largest ON stories (members DESC, last_at DESC, story_id DESC) WHERE merged_into IS NULL AND members > 0;
COMMENT ON INDEX stories_largest IS 'Lists, those with most articles first, page by page.';
