-- How often words and tags occur must be known beyond the thousand most frequent: of every other the planner takes it that it
-- is half as frequent as the last of them, walks down the list by time in the hope of a page full of matches, and with a
-- word of twenty articles in a million looks at all of them. Ten times as many tell it when to take the index of words.
-- The writer does the same to each new month, which does not inherit it.

ALTER TABLE articles ALTER COLUMN tsv SET STATISTICS 1000, ALTER COLUMN tags SET STATISTICS 1000;
ALTER TABLE event_mentions ALTER COLUMN keys SET STATISTICS 1000;
