-- What repeating a run on other bars has shown. `manifest_id` names the strategy, its parameters, the bars and the terms, so
-- every run of them shares the proofs; they stay when the runs are deleted. `proofs` is JSON.
CREATE TABLE proofs (
  manifest_id TEXT PRIMARY KEY,
  source_sha256 TEXT NOT NULL,
  proven_at INTEGER NOT NULL,
  proofs TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX proofs_by_source ON proofs (source_sha256);
