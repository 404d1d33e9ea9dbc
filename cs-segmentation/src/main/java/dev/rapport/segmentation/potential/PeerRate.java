package dev.rapport.segmentation.potential;

/**
 * What peers pay a year for each head or seat.
 *
 * @param peers  how many it is known of
 * @param arr  the quantile of the rule, in major units of the currency
 */
public record PeerRate(int peers, double arr) {}
