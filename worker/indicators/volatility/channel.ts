/** Three lines around the price. */
export interface Channel {
  upper: Float64Array;
  middle: Float64Array;
  lower: Float64Array;
}
