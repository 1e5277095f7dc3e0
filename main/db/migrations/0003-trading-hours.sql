-- JSON of the hours in which an instrument is traded; NULL where nobody said.
ALTER TABLE instruments ADD COLUMN session TEXT;
-- 1: no longer traded, so that its last bar was really the last.
ALTER TABLE instruments ADD COLUMN delisted INTEGER NOT NULL DEFAULT 0 CHECK (delisted IN (0, 1));
