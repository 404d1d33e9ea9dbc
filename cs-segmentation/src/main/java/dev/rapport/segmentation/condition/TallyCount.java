package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is made of some entries. */
record TallyCount(List<Entry> entries, String source) {

    Reading<?> read(TallyMeasure measure, Optional<AttributeKey<?>> field, Optional<CurrencyUnit> currency) {
        if (measure == TallyMeasure.COUNT) {
            return Reading.present((double) entries.size(), provenance());
        }
        AttributeKey<?> key = field.orElseThrow();
        List<?> values = entries.stream()
                .<@Nullable Object>map(entry -> entry.valueOrNull(key))
                .filter(Objects::nonNull)
                .toList();
        if (values.isEmpty() && !entries.isEmpty()) {
            return Reading.missing("no entry says " + key);
        }
        if (measure == TallyMeasure.DISTINCT) {
            Set<Object> different = new HashSet<>(values);
            return Reading.present((double) different.size(), provenance());
        }
        return currency.<Reading<?>>map(unit -> money(values, unit)).orElseGet(() -> number(values));
    }

    /** Sorted, so that the order of the entries does not matter. */
    private Reading<Double> number(List<?> values) {
        double sum = 0;
        for (double value :
                values.stream().mapToDouble(value -> (Double) value).sorted().toArray()) {
            sum += value;
        }
        return Reading.present(sum + 0.0, provenance());
    }

    private Reading<Money> money(List<?> values, CurrencyUnit currency) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object value : values) {
            Money amount = (Money) value;
            if (!amount.getCurrencyUnit().equals(currency)) {
                return Reading.failed(
                        "an amount is in " + amount.getCurrencyUnit() + ", the rule reckons in " + currency);
            }
            sum = sum.add(amount.getAmount());
        }
        return Reading.present(Money.of(currency, sum, RoundingMode.UNNECESSARY), provenance());
    }

    private Provenance provenance() {
        Instant at = null;
        Instant known = null;
        for (Entry entry : entries) {
            at = at == null || entry.at().isAfter(at) ? entry.at() : at;
            known = known == null || entry.recordedAt().isAfter(known) ? entry.recordedAt() : known;
        }
        return new Provenance(Optional.ofNullable(at), Optional.ofNullable(known), source);
    }
}
