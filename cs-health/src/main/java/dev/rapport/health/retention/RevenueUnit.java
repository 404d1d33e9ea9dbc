package dev.rapport.health.retention;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that stays or goes: a customer, a contract of theirs, or a product under it.
 *
 * @param customerId  the customer
 * @param contract  the first of the contracts that follow each other; empty at the level of accounts
 * @param product  the product, {@code whole} for a contract without lines; empty but at the level of lines
 */
public record RevenueUnit(String customerId, Optional<String> contract, Optional<String> product)
        implements Comparable<RevenueUnit> {

    private static final Comparator<RevenueUnit> ORDER = Comparator.comparing(RevenueUnit::customerId)
            .thenComparing(unit -> unit.contract.orElse(""))
            .thenComparing(unit -> unit.product.orElse(""));

    static RevenueUnit at(Level level, String customerId, String contract, String product) {
        return new RevenueUnit(
                customerId,
                level == Level.ACCOUNT ? Optional.empty() : Optional.of(contract),
                level == Level.LINE ? Optional.of(product) : Optional.empty());
    }

    Level level() {
        return contract.isEmpty() ? Level.ACCOUNT : product.isEmpty() ? Level.CONTRACT : Level.LINE;
    }

    /** Compares by customer, then contract, then product. */
    @Override
    public int compareTo(RevenueUnit other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return customerId
                + contract.map(id -> "/" + id).orElse("")
                + product.map(name -> "/" + name).orElse("");
    }
}
