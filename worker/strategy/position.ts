import type { Account, CloseRequest, Position, SymbolPosition } from '#shared/strategy-api/orders.ts';
import { entriesHeld } from '../engine/lots.ts';
import type { Holding } from '../engine/portfolio.ts';
import { sealForStrategies } from './expose.ts';
import { optionalLevel, readClose, symbolIndex } from './order-request.ts';
import type { Session } from './session.ts';

const CLOSE_ALL: CloseRequest = Object.freeze({});

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
    return this.#holding.gross > 0;
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
  get entries(): number {
    const { lots } = this.#holding;
    return entriesHeld(lots, 1) + entriesHeld(lots, -1);
  }
  get barsHeld(): number {
    return this.isOpen ? this.#session.market.tick - this.#holding.entryBar : -1;
  }
  get openProfit(): number {
    return this.#holding.openProfit;
  }

  close(request: CloseRequest = CLOSE_ALL): void {
    if (this.#holding.gross === 0) return;
    const { broker, market } = this.#session;
    broker.closePosition(this.#symbol, readClose(request), market.tick);
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
