/*
 * The yardstick of `npm run bench`: moving averages crossing, long or flat, as plain C. It follows the engine's
 * arithmetic operation by operation, so that both must keep the same books:
 *   a crossing on bar t is filled at open[t + 1]; units = floor(equity / (1 + commission) / price);
 *   equity is marked at each close; what is held at the end is sold at the last close.
 * It doesn't stop when the account is broke: the workload never is.
 *
 * usage: baseline FOLDER BARS FAST SLOW CASH COMMISSION
 * reads FOLDER/open.f64 and close.f64, then obeys one letter a line:
 *   r  one run: prints its CPU and wall seconds
 *   b  writes the last run's books to FOLDER/trades.f64 and equity.f64
 *   s BARS FASTS SLOWS  one sweep over the first bars: each of so many fast periods (from 2 on) with each of so many
 *      slow ones (above the fast ones); prints its CPU and wall seconds
 *   w  writes the last sweep to FOLDER/sweep.f64: final equity, trades and maximum drawdown of each pair
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* All doubles, so that a list of trades is a column file. */
typedef struct {
  double entry_bar, exit_bar, entry_price, exit_price, size, profit;
} Trade;

static double seconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static FILE *open_column(const char *folder, const char *name, const char *mode) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.f64", folder, name);
  FILE *file = fopen(path, mode);
  if (file == NULL) {
    perror(path);
    exit(1);
  }
  return file;
}

static double *read_column(const char *folder, const char *name, int bars) {
  FILE *file = open_column(folder, name, "rb");
  double *column = malloc(sizeof(double) * bars);
  if (fread(column, sizeof(double), bars, file) != (size_t)bars) {
    fprintf(stderr, "%s.f64 is shorter than %d bars\n", name, bars);
    exit(1);
  }
  fclose(file);
  return column;
}

static void write_column(const char *folder, const char *name, const void *values, size_t size, int count) {
  FILE *file = open_column(folder, name, "wb");
  if (fwrite(values, size, count, file) != (size_t)count || fclose(file) != 0) {
    perror(name);
    exit(1);
  }
}

/* Sums distances from an anchor and sums anew, with a new anchor, every 4 * period bars: see sma.ts. */
static void sma(const double *restrict x, int bars, int period, double *restrict out) {
  const int block = period < 16 ? 64 : 4 * period;
  int i = period - 1;
  for (int j = 0; j < i && j < bars; j++) out[j] = NAN;
  while (i < bars) {
    const double anchor = x[i];
    double sum = 0;
    for (int j = i - period + 1; j < i; j++) sum += x[j] - anchor;
    out[i] = anchor + sum / period;
    const int end = i + block < bars ? i + block : bars;
    for (i++; i < end; i++) {
      sum += x[i] - x[i - period];
      out[i] = anchor + sum / period;
    }
  }
}

typedef struct {
  double cash, commission, size, entry_price, entry_fee;
  int entry_bar, trade_count;
} Account;

static inline void buy(Account *account, double price, int bar) {
  const double units = floor(account->cash * 100 / 100 / (1 + account->commission) / price);
  if (units == 0) return;
  account->entry_fee = units * price * account->commission;
  account->cash -= units * price + account->entry_fee;
  account->size = units;
  account->entry_price = price;
  account->entry_bar = bar;
}

static inline void sell(Account *account, double price, int bar, Trade *trades) {
  const double size = account->size, fee = size * price * account->commission;
  const double fees = size * (account->entry_fee / size + fee / size);
  const double profit = size * (price - account->entry_price) - fees;
  account->cash -= -size * price + fee;
  account->size = 0;
  trades[account->trade_count++] = (Trade){account->entry_bar, bar, account->entry_price, price, size, profit};
}

typedef struct {
  double final_equity, trades, max_drawdown;
} Outcome;

/* The deepest fall of equity from its highest so far, negative. */
static inline void follow(double equity, double *high, double *deepest) {
  if (equity >= *high) *high = equity;
  else if (equity / *high - 1 < *deepest) *deepest = equity / *high - 1;
}

/* One pair of a sweep: no books, only what comes out. */
static Outcome outcome(const double *restrict open, const double *restrict close, const double *restrict fast,
                       const double *restrict slow, int bars, int first, double cash, double commission) {
  Account account = {.cash = cash, .commission = commission};
  Trade trade[1];
  int trades = 0;
  double high = cash, deepest = 0;
  enum { NOTHING, BUY, SELL } waiting = NOTHING;
  for (int i = first; i < bars; i++) {
    if (waiting == BUY) buy(&account, open[i], i);
    else if (waiting == SELL) {
      account.trade_count = 0;
      sell(&account, open[i], i, trade);
      trades++;
    }
    if (i < bars - 1) follow(account.cash + account.size * close[i], &high, &deepest);
    waiting = NOTHING;
    if (fast[i] > slow[i] && fast[i - 1] <= slow[i - 1] && account.size == 0) waiting = BUY;
    else if (fast[i] < slow[i] && fast[i - 1] >= slow[i - 1] && account.size > 0) waiting = SELL;
  }
  if (account.size > 0) {
    account.trade_count = 0;
    sell(&account, close[bars - 1], bars - 1, trade);
    trades++;
  }
  follow(account.cash, &high, &deepest);
  return (Outcome){account.cash, trades, deepest};
}

/* Every fast period with every slow one; `averages` has room for one column of each. */
static void sweep(const double *restrict open, const double *restrict close, int bars, int fasts, int slows,
                  double cash, double commission, double *restrict averages, Outcome *restrict outcomes) {
  const int first_slow = 2 + fasts;
  for (int k = 0; k < fasts + slows; k++) sma(close, bars, 2 + k, averages + (size_t)k * bars);
  for (int f = 0; f < fasts; f++)
    for (int s = 0; s < slows; s++) {
      const double *fast = averages + (size_t)f * bars, *slow = averages + (size_t)(fasts + s) * bars;
      *outcomes++ = outcome(open, close, fast, slow, bars, first_slow + s, cash, commission);
    }
}

/* Returns the number of trades. */
static int run(const double *restrict open, const double *restrict close, const double *restrict fast,
               const double *restrict slow, int bars, int first, double cash, double commission,
               double *restrict equity, Trade *restrict trades) {
  Account account = {.cash = cash, .commission = commission};
  enum { NOTHING, BUY, SELL } waiting = NOTHING;
  for (int i = 0; i < first; i++) equity[i] = cash;
  for (int i = first; i < bars; i++) {
    if (waiting == BUY) buy(&account, open[i], i);
    else if (waiting == SELL) sell(&account, open[i], i, trades);
    equity[i] = account.cash + account.size * close[i];
    waiting = NOTHING;
    if (fast[i] > slow[i] && fast[i - 1] <= slow[i - 1] && account.size == 0) waiting = BUY;
    else if (fast[i] < slow[i] && fast[i - 1] >= slow[i - 1] && account.size > 0) waiting = SELL;
  }
  if (account.size > 0) sell(&account, close[bars - 1], bars - 1, trades);
  equity[bars - 1] = account.cash;
  return account.trade_count;
}

int main(int argc, char **argv) {
  if (argc != 7) return 2;
  const char *folder = argv[1];
  const int bars = atoi(argv[2]), fast_period = atoi(argv[3]), slow_period = atoi(argv[4]);
  const double cash = atof(argv[5]), commission = atof(argv[6]);
  const double *open = read_column(folder, "open", bars), *close = read_column(folder, "close", bars);
  double *fast = malloc(sizeof(double) * bars), *slow = malloc(sizeof(double) * bars);
  double *equity = malloc(sizeof(double) * bars);
  Trade *trades = malloc(sizeof(Trade) * (bars / 2 + 1));
  int count = 0, pairs = 0;
  double *averages = NULL;
  Outcome *outcomes = NULL;
  for (int letter; (letter = getchar()) != EOF;) {
    if (letter == 'r') {
      const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
      sma(close, bars, fast_period, fast);
      sma(close, bars, slow_period, slow);
      count = run(open, close, fast, slow, bars, slow_period, cash, commission, equity, trades);
      printf("%.9f %.9f\n", seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, seconds(CLOCK_MONOTONIC) - wall);
    } else if (letter == 's') {
      int part, fasts, slows;
      if (scanf("%d %d %d", &part, &fasts, &slows) != 3 || part > bars) return 2;
      pairs = fasts * slows;
      averages = realloc(averages, sizeof(double) * part * (fasts + slows));
      outcomes = realloc(outcomes, sizeof(Outcome) * pairs);
      const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
      sweep(open, close, part, fasts, slows, cash, commission, averages, outcomes);
      printf("%.9f %.9f\n", seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, seconds(CLOCK_MONOTONIC) - wall);
    } else if (letter == 'w') {
      write_column(folder, "sweep", outcomes, sizeof(Outcome), pairs);
      printf("written\n");
    } else if (letter == 'b') {
      write_column(folder, "trades", trades, sizeof(Trade), count);
      write_column(folder, "equity", equity, sizeof(double), bars);
      printf("written\n");
    }
    fflush(stdout);
  }
  return 0;
}
