-- A deleted series is a staging one without a name, so that nobody sees it; its name waits here for an undo.
CREATE TABLE deleted_series (
  series_id INTEGER PRIMARY KEY REFERENCES series (id) ON DELETE CASCADE,
  symbol TEXT NOT NULL COLLATE NOCASE,
  timeframe TEXT NOT NULL,
  source TEXT NOT NULL,
  deleted_at INTEGER NOT NULL
) STRICT;

-- Gaps by the hash of the bars that they were counted in: the same bars have the same ones.
CREATE TABLE series_gaps (
  hash TEXT PRIMARY KEY,
  gaps INTEGER NOT NULL
) STRICT;

CREATE TABLE run_notes (
  run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE run_tags (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  tag TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (run_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX run_tags_by_tag ON run_tags (tag);

-- `owner` is the process that has the job in hand: none when it is over.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  input TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled', 'interrupted')),
  owner TEXT,
  done REAL NOT NULL,
  total REAL NOT NULL,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  finished_at INTEGER,
  run_id TEXT,
  result TEXT,
  error TEXT,
  CHECK ((owner IS NOT NULL) = (state IN ('queued', 'running', 'paused')))
) STRICT;

CREATE INDEX jobs_by_time ON jobs (created_at);
CREATE INDEX jobs_in_hand ON jobs (owner) WHERE owner IS NOT NULL;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- The one process that serves the workstation from this folder, and where it can be reached.
CREATE TABLE host (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  owner TEXT NOT NULL,
  address TEXT NOT NULL
) STRICT;
