/**
 * Makes a class safe to hand instances of to a strategy: its prototype and every function on it can't be changed,
 * and the class itself can't be reached through `instance.constructor`.
 */
export function sealForStrategies(classes: readonly { prototype: object }[]): void {
  for (const { prototype } of classes) {
    Reflect.deleteProperty(prototype, 'constructor');
    for (const property of Object.values(Object.getOwnPropertyDescriptors(prototype))) {
      for (const part of [property.value, property.get, property.set]) {
        if (typeof part === 'function') Object.freeze(part);
      }
    }
    Object.freeze(prototype);
  }
}
