import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { sourceHash } from './source-hash.ts';

/** All that a revision says, beside its name. */
export interface RevisionContent {
  strategy: string;
  /** null for a first one. */
  parent: string | null;
  /** SHA-256 of its files as one text. */
  content: string;
  message: string;
  author: string;
  /** ms since 1970 UTC. */
  createdAt: number;
}

/**
 * What a revision is called: a hash over all that it says, its parent's name included. So history can't be changed
 * without changing every name after, and has no circles.
 */
export function revisionId({ strategy, parent, content, message, author, createdAt }: RevisionContent): string {
  return sourceHash(canonicalJson({ strategy, parent, content, message, author, createdAt }));
}
