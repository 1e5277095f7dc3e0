-- Files of a strategy as one text, by the hash of that text: revisions share what is the same.
CREATE TABLE strategy_texts (
  sha256 TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

-- `version` goes up whenever a draft or a branch changes. `folder_sha256` names the text that the folder held when it
-- was last known to agree with the draft.
CREATE TABLE strategies (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  branch TEXT NOT NULL DEFAULT 'main',
  version INTEGER NOT NULL DEFAULT 1,
  folder TEXT UNIQUE,
  folder_sha256 TEXT,
  is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
  deleted_at INTEGER,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX strategies_by_change ON strategies (changed_at);

CREATE TABLE strategy_tags (
  strategy_id TEXT NOT NULL REFERENCES strategies (id) ON DELETE CASCADE,
  tag TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (strategy_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE strategy_revisions (
  id TEXT PRIMARY KEY,
  strategy_id TEXT NOT NULL REFERENCES strategies (id) ON DELETE CASCADE,
  parent TEXT REFERENCES strategy_revisions (id) DEFERRABLE INITIALLY DEFERRED,
  sha256 TEXT NOT NULL REFERENCES strategy_texts (sha256),
  message TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX strategy_revisions_by_strategy ON strategy_revisions (strategy_id);
CREATE INDEX strategy_revisions_by_parent ON strategy_revisions (parent);
CREATE INDEX strategy_revisions_by_text ON strategy_revisions (sha256);

-- Each branch has a draft of its own.
CREATE TABLE strategy_branches (
  strategy_id TEXT NOT NULL REFERENCES strategies (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  head TEXT REFERENCES strategy_revisions (id) DEFERRABLE INITIALLY DEFERRED,
  draft TEXT NOT NULL,
  is_dirty INTEGER NOT NULL CHECK (is_dirty IN (0, 1)),
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (strategy_id, name)
) STRICT;

CREATE INDEX strategy_branches_by_head ON strategy_branches (head);

CREATE TABLE strategy_runs (
  run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
  strategy_id TEXT NOT NULL REFERENCES strategies (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX strategy_runs_by_strategy ON strategy_runs (strategy_id);

-- What all strategies can import from `./shared/…`.
INSERT INTO strategies (id, name, created_at, changed_at) VALUES ('shared', 'Shared library', 0, 0);
INSERT INTO strategy_branches (strategy_id, name, draft, is_dirty, saved_at) VALUES ('shared', 'main', '', 0, 0);
