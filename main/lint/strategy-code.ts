import ts from 'typescript-api';
import type { StrategyFiles } from '#shared/domain/strategy-files.ts';
import { isOfApi, isOfLanguage, type StrategySourceFile, strategyProgram } from '../strategies/strategy-program.ts';

/** Members of a strategy that run bar by bar; what they call runs bar by bar too. */
export const PER_BAR = ['onStart', 'onBar', 'onFill', 'onEnd'] as const;
/** Members that see whole columns. */
export const WHOLE_COLUMN = ['setup', 'signals'] as const;

const OHLCV = ['open', 'high', 'low', 'close', 'volume', 'time'];

type FunctionNode = ts.MethodDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.FunctionDeclaration;

/** A strategy as the rules look at it: its syntax, and what of the field its expressions mean. */
export class StrategyCode {
  readonly files: readonly StrategySourceFile[];
  /** What `strategy({ … })` was given; null when there is none. */
  readonly definition: ts.ObjectLiteralExpression | null;
  readonly #checker: ts.TypeChecker;

  constructor(strategy: StrategyFiles) {
    const { program, files } = strategyProgram(strategy);
    this.#checker = program.getTypeChecker();
    this.files = files;
    this.definition = this.#findDefinition();
  }

  /** Every node of the strategy. */
  get nodes(): ts.Node[] {
    return this.files.flatMap(({ source }) => nodesOf(source));
  }

  /** A member's function, however it is written: a method, an arrow, the name of a function. */
  member(name: string): FunctionNode | null {
    const property = this.definition === null ? null : propertyOf(this.definition, name);
    if (property === null) return null;
    if (ts.isMethodDeclaration(property)) return property;
    const value = expressionOf(property);
    return value === null ? null : this.#functionOf(value);
  }

  /** The nodes of some members, and of the strategy's own functions that these call. */
  nodesIn(members: readonly string[]): ts.Node[] {
    const functions = new Set<ts.Node>();
    const found = new Set<ts.Node>();
    const open: (FunctionNode | null)[] = members.map((name) => this.member(name));
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === null || functions.has(next)) continue;
      functions.add(next);
      for (const node of nodesOf(next)) {
        found.add(node);
        if (ts.isCallExpression(node)) open.push(this.#functionOf(node.expression));
      }
    }
    return [...found];
  }

  /** What declares a name; aliases of imports are followed. */
  symbolOf(node: ts.Node): ts.Symbol | null {
    const { parent } = node;
    const symbol =
      parent !== undefined && ts.isShorthandPropertyAssignment(parent)
        ? this.#checker.getShorthandAssignmentValueSymbol(parent)
        : this.#checker.getSymbolAtLocation(node);
    if (symbol === undefined) return null;
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  /** Whether a name is one of the module 'hindcast', such as `strategy` or `ta`. */
  isImported(node: ts.Node, name: string): boolean {
    const symbol = this.symbolOf(node);
    return symbol?.name === name && (symbol.declarations?.some(isOfApi) ?? false);
  }

  /** Whether a name is JavaScript's own or isn't declared at all: the strategy has no variable of that name. */
  isGlobal(node: ts.Identifier): boolean {
    const declared = this.symbolOf(node)?.declarations;
    return declared === undefined || declared.every(isOfLanguage);
  }

  /** The name of the API's type that an expression has, `Series` or `Market`; null for any other type. */
  apiType(node: ts.Node): string | null {
    const type = this.#checker.getNonNullableType(this.#checker.getTypeAtLocation(node));
    const symbol = type.aliasSymbol ?? type.getSymbol();
    return symbol?.declarations?.some(isOfApi) ? symbol.name : null;
  }

  isSeries(node: ts.Node): boolean {
    return this.apiType(node) === 'Series';
  }

  /** A call of an indicator: `ta.sma(…)`, not of a crossing. */
  isIndicatorCall(node: ts.Node): node is ts.CallExpression {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const { expression, name } = node.expression;
    return this.apiType(expression) === 'TechnicalAnalysis' && !name.text.startsWith('cross');
  }

  /**
   * The expression that a name stands for: the value of a constant, of a member that `setup` returned, or for a part
   * that was taken out of an object, that object. Null where it isn't known.
   */
  meaningOf(node: ts.Expression): ts.Expression | null {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      return this.#isSetupParameter(node.expression) ? this.#fromSetup(node.name.text) : null;
    }
    if (!ts.isIdentifier(node)) return null;
    const declaration = this.symbolOf(node)?.valueDeclaration;
    if (declaration === undefined) return null;
    if (ts.isVariableDeclaration(declaration)) return declaration.initializer ?? null;
    if (!ts.isBindingElement(declaration)) return null;
    const holder = declaration.parent.parent;
    const name = (declaration.propertyName ?? declaration.name).getText();
    if (ts.isParameter(holder)) return this.#isSetupParameter(holder.name) ? this.#fromSetup(name) : null;
    return ts.isVariableDeclaration(holder) ? (holder.initializer ?? null) : null;
  }

  /** Whether a series belongs to a higher timeframe: `data.at('1w').close`, and what is computed from it. */
  isHigherSeries(node: ts.Expression, depth = 0): boolean {
    if (depth > 6) return false;
    const meaning = this.meaningOf(node);
    if (meaning !== null) return this.isHigherSeries(meaning, depth + 1) || this.isHigherBars(meaning);
    if (ts.isPropertyAccessExpression(node)) {
      const isColumn = OHLCV.includes(node.name.text) && this.isHigherBars(node.expression);
      return isColumn || this.isHigherSeries(node.expression, depth + 1);
    }
    if (!this.isIndicatorCall(node)) return false;
    return node.arguments.some((one) => this.isHigherBars(one) || this.isHigherSeries(one, depth + 1));
  }

  isHigherBars(node: ts.Expression): boolean {
    const call = this.meaningOf(node) ?? node;
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
    const { expression, name } = call.expression;
    const type = this.apiType(expression);
    return name.text === 'at' && (type === 'Market' || type === 'BaseBars');
  }

  /** Variables of the strategy that hold a value for each bar: arrays filled from series, or made into one. */
  get columns(): ReadonlySet<ts.Symbol> {
    const found = new Set<ts.Symbol>();
    const add = (name: ts.Node) => {
      const symbol = ts.isIdentifier(name) ? this.symbolOf(name) : null;
      if (symbol !== null) found.add(symbol);
    };
    for (const node of this.nodes) {
      if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
        if (isArray(this.#checker, node.name) && this.#readsColumns(node.initializer, found)) add(node.name);
      } else if (ts.isCallExpression(node)) {
        const [first] = node.arguments;
        const { expression: callee } = node;
        if (first === undefined) continue;
        if (this.isImported(callee, 'series')) add(first);
        else if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'push') {
          if (this.#readsColumns(first, found)) add(callee.expression);
        }
      } else if (isAssignment(node) && ts.isElementAccessExpression(node.left)) {
        if (this.#readsColumns(node.right, found)) add(node.left.expression);
      }
    }
    return found;
  }

  /** Whether an expression reads series by position, or a column made of them. */
  #readsColumns(expression: ts.Expression, columns: ReadonlySet<ts.Symbol>): boolean {
    return nodesOf(expression).some((node) => {
      if (ts.isIdentifier(node)) {
        const symbol = this.symbolOf(node);
        return symbol !== null && columns.has(symbol);
      }
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
      return node.expression.name.text === 'at' && this.isSeries(node.expression.expression);
    });
  }

  #findDefinition(): ts.ObjectLiteralExpression | null {
    for (const node of this.nodes) {
      if (!ts.isCallExpression(node) || !this.isImported(node.expression, 'strategy')) continue;
      const [definition] = node.arguments;
      if (definition !== undefined && ts.isObjectLiteralExpression(definition)) return definition;
    }
    return null;
  }

  #functionOf(value: ts.Expression): FunctionNode | null {
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return value;
    if (!ts.isIdentifier(value)) return null;
    const declaration = this.symbolOf(value)?.valueDeclaration;
    if (declaration === undefined) return null;
    if (ts.isFunctionDeclaration(declaration)) return declaration;
    const known = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    return known !== undefined && (ts.isArrowFunction(known) || ts.isFunctionExpression(known)) ? known : null;
  }

  /** Whether a parameter (its name or pattern, or a use of it) is the one that brings what `setup` returned. */
  #isSetupParameter(name: ts.Node): boolean {
    const declaration = ts.isIdentifier(name) ? this.symbolOf(name)?.valueDeclaration : name.parent;
    if (declaration === undefined || !ts.isParameter(declaration)) return false;
    return PER_BAR.some((member) => {
      const place = member === 'onFill' ? 2 : 1;
      return this.member(member)?.parameters[place] === declaration;
    });
  }

  #fromSetup(name: string): ts.Expression | null {
    const setup = this.member('setup');
    for (const returned of setup === null ? [] : returnedBy(setup)) {
      const value = ts.isObjectLiteralExpression(returned) ? propertyOf(returned, name) : null;
      if (value !== null) return expressionOf(value);
    }
    return null;
  }
}

/** A node and everything below it, in the order of the text. */
export function nodesOf(root: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** The expressions that a function returns; those of functions inside it don't count. */
export function returnedBy(node: FunctionNode): ts.Expression[] {
  if (node.body === undefined) return [];
  if (!ts.isBlock(node.body)) return [withoutParentheses(node.body)];
  const found: ts.Expression[] = [];
  const visit = (inner: ts.Node) => {
    if (ts.isFunctionLike(inner)) return;
    if (ts.isReturnStatement(inner) && inner.expression) found.push(withoutParentheses(inner.expression));
    ts.forEachChild(inner, visit);
  };
  ts.forEachChild(node.body, visit);
  return found;
}

/** The member of an object that is written under a name. */
export function propertyOf(object: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralElementLike | null {
  return object.properties.find((property) => property.name !== undefined && nameOf(property.name) === name) ?? null;
}

/** The expression behind a member: `fast: 10`, or a shorthand's own name. */
export function expressionOf(property: ts.ObjectLiteralElementLike): ts.Expression | null {
  if (ts.isPropertyAssignment(property)) return property.initializer;
  return ts.isShorthandPropertyAssignment(property) ? property.name : null;
}

export function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : '';
}

/** The number that an expression is written as, with its sign; null for anything else. */
export function numberOf(node: ts.Expression | undefined): number | null {
  if (node === undefined) return null;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand)) {
    const value = Number(node.operand.text);
    return node.operator === ts.SyntaxKind.MinusToken ? -value : value;
  }
  return null;
}

export function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

function isArray(checker: ts.TypeChecker, node: ts.Node): boolean {
  return checker.isArrayType(checker.getTypeAtLocation(node));
}
