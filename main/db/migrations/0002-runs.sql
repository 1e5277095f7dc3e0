CREATE TABLE sources (
  sha256 TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  strategy_name TEXT NOT NULL,
  strategy_file TEXT NOT NULL,
  source_sha256 TEXT NOT NULL REFERENCES sources (sha256),
  manifest_id TEXT NOT NULL,
  manifest TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'failed', 'cancelled')),
  result_hash TEXT,
  summary TEXT,
  error TEXT,
  owner TEXT,
  finished_at INTEGER
) STRICT;

CREATE INDEX runs_by_time ON runs (created_at);
CREATE INDEX runs_by_manifest ON runs (manifest_id);
CREATE INDEX runs_by_source ON runs (source_sha256);
CREATE INDEX runs_running ON runs (owner) WHERE status = 'running';

CREATE TABLE run_columns (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (run_id, name)
) STRICT, WITHOUT ROWID;
