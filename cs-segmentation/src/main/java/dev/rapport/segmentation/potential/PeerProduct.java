package dev.rapport.segmentation.potential;

/**
 * A product among peers.
 *
 * @param product  the product
 * @param adoption  the share of the peers that has it, 0 to 1
 * @param arr  the median of what those pay for it a year, in major units of the currency
 */
public record PeerProduct(String product, double adoption, double arr) {}
