-- 'HNDC': tells a Hindcast database from any other SQLite file.
PRAGMA application_id = 0x484e4443;

-- Each source has its own idea of an instrument: trying a file with other steps changes no imported series.
CREATE TABLE instruments (
  symbol TEXT NOT NULL COLLATE NOCASE,
  source TEXT NOT NULL,
  quote_currency TEXT NOT NULL,
  tick_size REAL NOT NULL,
  lot_step REAL NOT NULL,
  multiplier REAL NOT NULL,
  PRIMARY KEY (symbol, source)
) STRICT;

-- A series has no name while it is staging, so it is invisible to everyone but the process that imports it.
-- Ids are never used twice: a writer whose staging was removed must fail, not write into another series.
CREATE TABLE series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('ready', 'staging')),
  owner TEXT,
  symbol TEXT COLLATE NOCASE,
  timeframe TEXT,
  source TEXT,
  rows INTEGER,
  first_time REAL,
  last_time REAL,
  hash TEXT,
  close_only INTEGER CHECK (close_only IN (0, 1)),
  updated_at INTEGER,
  UNIQUE (symbol, timeframe, source),
  FOREIGN KEY (symbol, source) REFERENCES instruments (symbol, source),
  CHECK ((state = 'staging') = (owner IS NOT NULL)),
  CHECK (
    state = 'staging' OR (
      symbol IS NOT NULL AND timeframe IS NOT NULL AND source IS NOT NULL AND rows > 0
      AND first_time IS NOT NULL AND last_time IS NOT NULL AND hash IS NOT NULL
      AND close_only IS NOT NULL AND updated_at IS NOT NULL
    )
  )
) STRICT;

-- A chunk is known by the time of its first bar: numbers would have to be shifted by every merge in the middle.
-- `columns` comes last, so that reading the rest of a row doesn't walk through it.
CREATE TABLE chunks (
  series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  first_time REAL NOT NULL,
  last_time REAL NOT NULL CHECK (last_time >= first_time),
  rows INTEGER NOT NULL CHECK (rows BETWEEN 1 AND 4096),
  sha256 TEXT NOT NULL,
  columns BLOB NOT NULL,
  PRIMARY KEY (series_id, first_time)
) STRICT;
