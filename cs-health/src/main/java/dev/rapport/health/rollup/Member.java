package dev.rapport.health.rollup;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.derived.StandardAttributes;
import java.util.Optional;
import org.joda.money.Money;

/** One of a family: who, how well, and what it pays. */
record Member(String customerId, Standing standing, Reading<Money> arr) {

    /** The score, NaN if unknown, and the band. */
    record Standing(double score, String band) {}

    static Member of(CustomerView view, Standing standing, boolean needsArr) {
        return new Member(
                view.customerId(), standing, needsArr ? view.read(StandardAttributes.ARR) : Reading.missing());
    }

    boolean isKnown() {
        return !Double.isNaN(standing.score());
    }

    double weight() {
        return arr.value().map(amount -> amount.getAmount().doubleValue()).orElse(0.0);
    }

    Explanation explanation() {
        String band =
                standing.band() + arr.value().map(amount -> ", pays " + amount).orElse("");
        return isKnown()
                ? Explanation.stated(customerId, standing.score(), band)
                : Explanation.missing(customerId, band);
    }

    /** Why the amounts of a family cannot be added up, if they cannot. */
    static Optional<String> whyNoWeights(Iterable<Member> family) {
        Optional<Money> first = Optional.empty();
        double total = 0;
        for (Member member : family) {
            Optional<Money> arr = member.arr().value();
            if (arr.isEmpty()) {
                return Optional.of("what " + member.customerId() + " pays is not known: "
                        + member.arr().reason().orElse("no value"));
            }
            if (first.isPresent()
                    && !first.get().getCurrencyUnit().equals(arr.get().getCurrencyUnit())) {
                return Optional.of("the family pays in several currencies, "
                        + first.get().getCurrencyUnit() + " and " + arr.get().getCurrencyUnit());
            }
            if (arr.get().isNegative()) {
                return Optional.of("what " + member.customerId() + " pays is below 0");
            }
            first = arr;
            total += member.weight();
        }
        return total > 0 ? Optional.empty() : Optional.of("nobody in the family pays anything");
    }
}
