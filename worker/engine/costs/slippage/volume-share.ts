import type { Fraction } from '#shared/domain/units.ts';
import type { Slippage } from '../slippage.ts';

/**
 * The market gives way with the square root of the fill's share of the bar's volume.
 *
 *   slippage = |reference| · priceImpact · √share,  share = min(volumeLimit, qty / volume)
 *
 * 1 % of the volume costs a tenth of `priceImpact`. Where no volume is known, or nothing was traded, a fill counts
 * as the largest share: what can't be measured is not free.
 *
 * Source: the square-root law, Grinold & Kahn (1999), Active Portfolio Management, ch. 16; Tóth et al. (2011),
 * Anomalous Price Impact and the Critical Nature of Liquidity, Phys. Rev. X 1, 021006. Almgren, Thum, Hauptmann and
 * Li (2005), Direct Estimation of Equity Market Impact, measured an exponent of 0.6 rather than 0.5. The share and
 * its limit are those of Zipline's VolumeShareSlippage, which squares the share instead: at its 2.5 % and with its
 * impact of 0.1 it charges 0.006 % of the price, the square root 1.6 %.
 */
export function volumeShareSlippage(priceImpact: Fraction, volumeLimit: Fraction = 1): Slippage {
  return (reference, qty, { volume }) => {
    const share = qty < volumeLimit * volume ? qty / volume : volumeLimit;
    return Math.abs(reference) * priceImpact * Math.sqrt(share);
  };
}
