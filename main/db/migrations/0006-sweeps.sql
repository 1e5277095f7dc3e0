-- `owner` is the process that runs it. `run_terms`: what all runs have in common, as for a job that runs. `search`: the
-- space, the way through it and what is kept. `manifest`: that of a run with the parameters that aren't searched; null
-- before the bars were read for the first time.
CREATE TABLE sweeps (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'failed', 'stopped')),
  owner TEXT,
  strategy_name TEXT NOT NULL,
  strategy_file TEXT NOT NULL,
  run_terms TEXT NOT NULL,
  series TEXT NOT NULL,
  search TEXT NOT NULL,
  manifest TEXT,
  done INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  CHECK ((owner IS NOT NULL) = (status = 'running'))
) STRICT;

CREATE INDEX sweeps_by_time ON sweeps (created_at);

-- Runs that follow each other in the order of the search, in the order in which they came back: `position` counts the
-- results before them, `first` is the number of the first in the search. `places` and each column of `metrics` are
-- little-endian Float64, `failures` is JSON.
CREATE TABLE sweep_chunks (
  sweep_id TEXT NOT NULL REFERENCES sweeps (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  first INTEGER NOT NULL,
  runs INTEGER NOT NULL,
  places BLOB NOT NULL,
  metrics BLOB NOT NULL,
  failures TEXT NOT NULL,
  PRIMARY KEY (sweep_id, position),
  UNIQUE (sweep_id, first)
) STRICT;

-- How often each strategy was tried, runs and runs of sweeps together, whatever its revision: `strategy` is `id:` and the
-- id of a person's own, or `file:` and the name of its file. Of those with a Sharpe ratio the mean, and the sum of squared
-- distances from it. Nothing is ever taken away.
CREATE TABLE trial_ledger (
  strategy TEXT PRIMARY KEY,
  trials INTEGER NOT NULL,
  sharpes INTEGER NOT NULL,
  mean REAL NOT NULL,
  squares REAL NOT NULL
) STRICT, WITHOUT ROWID;

-- The runs that there are already.
WITH tried AS (
  SELECT
    coalesce('id:' || strategy_runs.strategy_id,
      'file:' || replace(strategy_file, rtrim(strategy_file, replace(replace(strategy_file, '/', ''), '\', '')), '')) AS strategy,
    CASE WHEN json_valid(summary) THEN CAST(json_extract(summary, '$.metrics.sharpe.value') AS REAL) END AS sharpe
  FROM runs LEFT JOIN strategy_runs ON strategy_runs.run_id = runs.id
  WHERE summary IS NOT NULL
), means AS (
  SELECT strategy, avg(sharpe) AS mean FROM tried GROUP BY strategy
)
INSERT INTO trial_ledger (strategy, trials, sharpes, mean, squares)
SELECT tried.strategy, count(*), count(sharpe), coalesce(mean, 0), coalesce(sum((sharpe - mean) * (sharpe - mean)), 0)
FROM tried JOIN means ON means.strategy = tried.strategy
GROUP BY tried.strategy;
