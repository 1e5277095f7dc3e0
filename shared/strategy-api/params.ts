/** Bounds of a parameter: sliders and sweeps stay inside them, and a value outside is refused. */
export interface NumberBounds {
  min?: number;
  max?: number;
  /** Distance between neighbouring values on a slider. */
  step?: number;
  /** What to call it on the screen; the parameter's name by default. */
  label?: string;
}

export interface NumberParam extends NumberBounds {
  readonly kind: 'int' | 'number';
  readonly default: number;
}
export interface BooleanParam {
  readonly kind: 'bool';
  readonly default: boolean;
  label?: string;
}
export interface ChoiceParam<T extends string> {
  readonly kind: 'choice';
  readonly default: T;
  readonly options: readonly T[];
  label?: string;
}
export type Param = NumberParam | BooleanParam | ChoiceParam<string>;
export type ParamDeclarations = Record<string, Param>;

/** The value that a strategy receives for one declaration. */
export type ParamValueOf<D> = D extends NumberParam
  ? number
  : D extends BooleanParam
    ? boolean
    : D extends ChoiceParam<infer T>
      ? T
      : never;

/** The values that a strategy with these declarations receives. */
export type ParamValues<P extends ParamDeclarations> = { readonly [K in keyof P]: ParamValueOf<P[K]> };

/** Declares parameters: `params: { fast: param.int(10, { min: 2, max: 100 }) }`. */
export interface ParamBuilder {
  /** A whole number. */
  int(value: number, bounds?: NumberBounds): NumberParam;
  /** Any number. */
  number(value: number, bounds?: NumberBounds): NumberParam;
  /** Yes or no. */
  bool(value: boolean, options?: { label?: string }): BooleanParam;
  /** One of a list of texts. */
  choice<T extends string>(value: NoInfer<T>, options: readonly T[]): ChoiceParam<T>;
}
