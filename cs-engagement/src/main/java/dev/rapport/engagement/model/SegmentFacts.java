package dev.rapport.engagement.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the economics of a segment need to know of its customers. Mutable while it is counted, then left alone. */
final class SegmentFacts {

    final String segment;
    final CurrencyUnit currency;
    BigDecimal arr = BigDecimal.ZERO;
    int customers;
    int withoutArr;
    int newCustomers;
    int ofUnknownAge;
    int ofUnknownStage;
    private final Map<String, Integer> byStage = new TreeMap<>();

    SegmentFacts(String segment, CurrencyUnit currency) {
        this.segment = segment;
        this.currency = currency;
    }

    void countStage(Optional<String> stage) {
        stage.ifPresentOrElse(known -> byStage.merge(known, 1, Integer::sum), () -> ofUnknownStage++);
    }

    /** How many customers get these touchpoints. */
    int customersOf(TouchpointPlan plan) {
        return plan.stages().isEmpty()
                ? customers
                : plan.stages().stream()
                        .distinct()
                        .mapToInt(stage -> byStage.getOrDefault(stage, 0))
                        .sum();
    }

    Money arrMoney() {
        return Money.of(currency, arr);
    }
}
