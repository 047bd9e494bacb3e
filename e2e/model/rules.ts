/** A rule of docs/protocol.md that does not hold: its number, and what was seen. */
export class RuleBroken extends Error {
  readonly rule: string;

  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`);
    this.name = 'RuleBroken';
    this.rule = rule;
  }
}

/** How often each rule was looked at: a rule that was never looked at proves nothing. */
export class Rules {
  readonly looked = new Map<string, number>();
  /** What broke in a place that cannot throw (inside the product); thrown at the end of the step. */
  #broken: RuleBroken | null = null;

  /** `holds` is a fact that must be true; `what` says what was seen instead. */
  hold(rule: string, holds: boolean, what: () => string): void {
    this.looked.set(rule, (this.looked.get(rule) ?? 0) + 1);
    if (!holds) this.#broken ??= new RuleBroken(rule, what());
  }

  throwIfBroken(): void {
    if (this.#broken !== null) throw this.#broken;
  }
}
