package dev.rapport.engagement.model;

import java.math.BigDecimal;
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

    SegmentFacts(String segment, CurrencyUnit currency) {
        this.segment = segment;
        this.currency = currency;
    }

    Money arrMoney() {
        return Money.of(currency, arr);
    }
}
