package dev.rapport.engagement.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What a partner who leads customers gets, and does. The partner's hours are not ours: they take no capacity, and cost what is
 * said here.
 *
 * @param shareOfArr  the share of what customers pay that is the partner's, 0 to 1
 * @param feePerYear  what the partner gets for a customer and year beside it
 * @param touchpoints  the kinds of touchpoints that the partner does
 */
public record PartnerTerms(BigDecimal shareOfArr, Optional<Money> feePerYear, List<String> touchpoints) {

    /**
     * Copies the list.
     *
     * @param shareOfArr  the share
     * @param feePerYear  the fee
     * @param touchpoints  the kinds
     */
    public PartnerTerms {
        requireNonNull(shareOfArr, "shareOfArr");
        requireNonNull(feePerYear, "feePerYear");
        touchpoints = List.copyOf(touchpoints);
    }
}
