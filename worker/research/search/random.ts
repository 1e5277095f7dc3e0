import { mulberry32 } from '../../engine/random.ts';
import { anyPlace, Proposed, type Search, type SearchTerms } from './search.ts';

/**
 * Places at random, each as likely.
 * Source: Bergstra and Bengio (2012), Random Search for Hyper-Parameter Optimization, J. Machine Learning Research 13.
 */
export function randomSearch(terms: SearchTerms): Search {
  const proposed = new Proposed(terms);
  const random = mulberry32(terms.seed);
  return {
    propose: (most) => proposed.fill(most, () => anyPlace(terms.levels, random)),
    tell: () => {},
  };
}
