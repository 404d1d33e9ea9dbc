package dev.rapport.engagement.model;

import java.math.BigDecimal;

/**
 * What remains of a euro of ARR after the cost of running the product, before customer success.
 *
 * @param share  the share of the ARR, 0 to 1
 * @param source  where the number comes from; there is no default
 */
public record GrossMargin(BigDecimal share, String source) {}
