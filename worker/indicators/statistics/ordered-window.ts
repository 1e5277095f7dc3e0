/**
 * The last values of a column in order of size, for windows too long to go through on every bar: taking in a value,
 * finding the one at a place and adding up distances all take time in the logarithm of the length.
 *
 * A treap: a binary tree by value that is a heap by priority. Each place of the window has a fixed priority that looks
 * random, so the tree is about 2·ln(length) deep whatever the values. Its form, and with it every sum to the last digit,
 * follows from what is inside alone. Sums are made anew from their parts and never subtracted from: they don't drift.
 * Source: Seidel & Aragon (1996), Randomized Search Trees, Algorithmica 16.
 */
export class OrderedWindow {
  readonly #length: number;
  // Node 0 stands for no node: it has no values, and none of its columns is ever written.
  readonly #value: Float64Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #priority: Int32Array;
  /** Number and sum of the values in the tree under each node, its own included. */
  readonly #count: Int32Array;
  readonly #sum: Float64Array;
  #root = 0;
  /** Where the next value goes: the oldest one's node once the window is full. */
  #next = 1;
  /** The two trees that `#split` made. */
  #below = 0;
  #above = 0;

  /** @param length values that the window holds at most; the oldest one leaves when another comes */
  constructor(length: number) {
    this.#length = length;
    this.#value = new Float64Array(length + 1);
    this.#left = new Int32Array(length + 1);
    this.#right = new Int32Array(length + 1);
    this.#priority = Int32Array.from({ length: length + 1 }, (_, node) => scrambled(node));
    this.#count = new Int32Array(length + 1);
    this.#sum = new Float64Array(length + 1);
  }

  /** Takes in a finite number. */
  push(value: number): void {
    const node = this.#next;
    if (this.#count[this.#root] === this.#length) this.#root = this.#without(this.#root, node);
    this.#value[node] = value;
    this.#root = this.#with(this.#root, node);
    this.#next = node === this.#length ? 1 : node + 1;
  }

  /** The value at a place in order of size, 0 = the smallest. */
  at(place: number): number {
    let node = this.#root;
    let rest = place;
    for (;;) {
      const left = this.#left[node] as number;
      const smaller = this.#count[left] as number;
      if (rest === smaller) return this.#value[node] as number;
      if (rest < smaller) node = left;
      else {
        rest -= smaller + 1;
        node = this.#right[node] as number;
      }
    }
  }

  /** The sum of the distances of all values from a number. */
  distancesFrom(centre: number): number {
    let node = this.#root;
    let total = 0;
    while (node !== 0) {
      const value = this.#value[node] as number;
      const left = this.#left[node] as number;
      const right = this.#right[node] as number;
      if (value <= centre) {
        total += centre - value + (centre * (this.#count[left] as number) - (this.#sum[left] as number));
        node = right;
      } else {
        total += value - centre + ((this.#sum[right] as number) - centre * (this.#count[right] as number));
        node = left;
      }
    }
    return total;
  }

  /** Equal values are told apart by their nodes. */
  #isBefore(node: number, other: number): boolean {
    const value = this.#value[node] as number;
    const otherValue = this.#value[other] as number;
    return value < otherValue || (value === otherValue && node < other);
  }

  /** Puts subtrees under a node. */
  #grow(node: number, left: number, right: number): number {
    this.#left[node] = left;
    this.#right[node] = right;
    this.#count[node] = (this.#count[left] as number) + (this.#count[right] as number) + 1;
    this.#sum[node] = (this.#sum[left] as number) + (this.#sum[right] as number) + (this.#value[node] as number);
    return node;
  }

  #with(tree: number, node: number): number {
    if (tree === 0) return this.#grow(node, 0, 0);
    if ((this.#priority[node] as number) > (this.#priority[tree] as number)) {
      this.#split(tree, node);
      return this.#grow(node, this.#below, this.#above);
    }
    const left = this.#left[tree] as number;
    const right = this.#right[tree] as number;
    return this.#isBefore(node, tree)
      ? this.#grow(tree, this.#with(left, node), right)
      : this.#grow(tree, left, this.#with(right, node));
  }

  #without(tree: number, node: number): number {
    const left = this.#left[tree] as number;
    const right = this.#right[tree] as number;
    if (tree === node) return this.#joined(left, right);
    return this.#isBefore(node, tree)
      ? this.#grow(tree, this.#without(left, node), right)
      : this.#grow(tree, left, this.#without(right, node));
  }

  /** Cuts a tree where a node belongs. */
  #split(tree: number, node: number): void {
    if (tree === 0) {
      this.#below = 0;
      this.#above = 0;
    } else if (this.#isBefore(node, tree)) {
      this.#split(this.#left[tree] as number, node);
      this.#above = this.#grow(tree, this.#above, this.#right[tree] as number);
    } else {
      this.#split(this.#right[tree] as number, node);
      this.#below = this.#grow(tree, this.#left[tree] as number, this.#below);
    }
  }

  /** One tree of two, all of `below` standing before all of `above`. */
  #joined(below: number, above: number): number {
    if (below === 0) return above;
    if (above === 0) return below;
    return (this.#priority[below] as number) > (this.#priority[above] as number)
      ? this.#grow(below, this.#left[below] as number, this.#joined(this.#right[below] as number, above))
      : this.#grow(above, this.#joined(below, this.#left[above] as number), this.#right[above] as number);
  }
}

/** Spreads neighbouring numbers over all integers: the last step of MurmurHash3. */
function scrambled(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
