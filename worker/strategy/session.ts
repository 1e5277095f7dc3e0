import type { Broker } from '../engine/broker.ts';
import type { Portfolio } from '../engine/portfolio.ts';
import type { MarketFeed } from './feed.ts';

/** One run's moving parts, as the objects that a strategy holds use them. */
export interface Session {
  market: MarketFeed;
  broker: Broker;
  portfolio: Portfolio;
  /** For each symbol the first tick at which an order for it is taken: its indicators have values from there on. */
  readyTicks: Int32Array;
  log(text: string): void;
}
