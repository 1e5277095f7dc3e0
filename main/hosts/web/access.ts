import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A secret of 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How a request proves that it may ask. */
export type Proof = 'cookie' | 'bearer';

/**
 * Who may ask: whoever has the token. It is in the address that the terminal shows; the browser trades it for a cookie
 * that scripts can't read and other sites can't send. Programs send it as a bearer token.
 */
export class Access {
  readonly token = newSecret();
  readonly #session = newSecret();
  readonly #cookie: string;

  /** @param port tells the cookies of two hosts on one machine apart */
  constructor(port: number) {
    this.#cookie = `hindcast-${port}`;
  }

  isToken(given: string): boolean {
    return isSame(given, this.token);
  }

  /** The header that gives a browser its cookie. */
  get setCookie(): string {
    return `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  proofOf({ headers }: IncomingMessage): Proof | null {
    const bearer = /^Bearer ([\w-]+)$/.exec(headers.authorization ?? '')?.[1];
    if (bearer !== undefined && this.isToken(bearer)) return 'bearer';
    const cookies = (headers.cookie ?? '').split(';').map((each) => each.trim().split('='));
    const given = cookies.find(([name]) => name === this.#cookie)?.[1];
    return given !== undefined && isSame(given, this.#session) ? 'cookie' : null;
  }
}

/** Takes the same time wherever two texts of the same length differ. */
function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
