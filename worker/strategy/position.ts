import type { Account, Position, SymbolPosition } from '#shared/strategy-api/orders.ts';
import type { Holding } from '../engine/portfolio.ts';
import { sealForStrategies } from './expose.ts';
import { optionalLevel, symbolIndex } from './orders.ts';
import type { Session } from './session.ts';

/** The position in one symbol, as a strategy holds it. */
class HeldPosition implements SymbolPosition {
  readonly #session: Session;
  readonly #symbol: number;
  readonly #holding: Holding;

  constructor(session: Session, symbol: number) {
    this.#session = session;
    this.#symbol = symbol;
    this.#holding = session.portfolio.holding(symbol);
  }

  get size(): number {
    return this.#holding.size;
  }
  get isOpen(): boolean {
    return this.#holding.size !== 0;
  }
  get isLong(): boolean {
    return this.#holding.size > 0;
  }
  get isShort(): boolean {
    return this.#holding.size < 0;
  }
  get entryPrice(): number {
    return this.#holding.entryPrice;
  }
  get barsHeld(): number {
    return this.isOpen ? this.#session.market.tick - this.#holding.entryBar : -1;
  }
  get openProfit(): number {
    const { size, mark, instrument } = this.#holding;
    return size === 0 ? 0 : size * (mark - this.entryPrice) * instrument.multiplier;
  }

  close(options: { tag?: string } = {}): void {
    const { size } = this.#holding;
    if (size === 0) return;
    const { broker, market } = this.#session;
    broker.submit(
      {
        symbol: this.#symbol,
        direction: size > 0 ? -1 : 1,
        role: 'exit',
        size: { kind: 'whole-position', value: 0 },
        limit: Number.NaN,
        stop: Number.NaN,
        stopLoss: Number.NaN,
        takeProfit: Number.NaN,
        tag: options.tag === undefined ? null : String(options.tag).slice(0, 200),
      },
      market.tick,
    );
  }

  protect(levels: { stopLoss?: number | null; takeProfit?: number | null }): void {
    const { broker, market } = this.#session;
    const stopLoss = optionalLevel('position.protect', 'stopLoss', levels.stopLoss);
    const takeProfit = optionalLevel('position.protect', 'takeProfit', levels.takeProfit);
    broker.protect(this.#symbol, { stopLoss, takeProfit }, market.tick);
  }
}

/** The position in the first symbol, and the others by name. */
export class RunPosition extends HeldPosition implements Position {
  readonly #session: Session;
  readonly #positions: readonly SymbolPosition[];

  constructor(session: Session) {
    super(session, 0);
    this.#session = session;
    this.#positions = session.market.feeds.map((_, i) =>
      i === 0 ? this : Object.freeze(new HeldPosition(session, i)),
    );
    Object.freeze(this);
  }

  of(symbol: string): SymbolPosition {
    return this.#positions[symbolIndex('position.of', symbol, this.#session)] as SymbolPosition;
  }
}

/** Cash and equity as of the last close. */
export class RunAccount implements Account {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    Object.freeze(this);
  }

  get cash(): number {
    return this.#session.portfolio.cash;
  }
  get equity(): number {
    return this.#session.portfolio.equity;
  }
}

sealForStrategies([HeldPosition, RunPosition, RunAccount]);
