/**
 * The `hindcast` module that strategies import. These declarations are the single source: the editor's help,
 * the type check of `hindcast run` and the engine's implementation all follow them.
 */
import type { ParamBuilder } from './params.ts';
import type { Series } from './series.ts';
import type { ConditionBuilder, SizeBuilder } from './signals.ts';
import type { DefineStrategy } from './strategy.ts';
import type { TechnicalAnalysis } from './ta.ts';

export type * from './market.ts';
export type * from './orders.ts';
export type * from './params.ts';
export type * from './series.ts';
export type * from './signals.ts';
export type * from './strategy.ts';
export type * from './ta.ts';

/** Declares a strategy: `export default strategy({ name, params, setup, onBar })`, or with `signals`. */
export declare const strategy: DefineStrategy;

/** Declares parameters, from which sliders, flags and sweeps are made. */
export declare const param: ParamBuilder;

/** Technical indicators and crossings. */
export declare const ta: TechnicalAnalysis;

/** Conditions on whole columns, for `signals`. */
export declare const when: ConditionBuilder;

/** Sizes, for `signals`; in `onBar` there is `order.percentOfEquity` and `order.cash` as well. */
export declare const size: SizeBuilder;

/**
 * A series of your own, one number for each bar of the first symbol (or of `like`); use it in `setup`.
 * @throws when the number of values is not the number of bars.
 */
export declare function series(values: readonly number[], like?: Series): Series;

/** A random number from 0 up to but not including 1, the same sequence for the same `--seed`. */
export declare function random(): number;
