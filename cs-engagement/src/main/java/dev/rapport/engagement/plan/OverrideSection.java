package dev.rapport.engagement.plan;

import dev.rapport.health.HealthOverride;
import dev.rapport.health.override.OverrideReport;
import dev.rapport.health.override.OverrideRule;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.time.AsOf;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Holds what people stated about customers' health against what then happened. */
final class OverrideSection {

    private static final Set<String> LOST = Set.of("churned");
    private static final int WITHIN_DAYS = 90;

    private final Facts facts;
    private final Policies policies;

    OverrideSection(Facts facts, Policies policies) {
        this.facts = facts;
        this.policies = policies;
    }

    /** Of all who are or were customers: those who left judge most. */
    Section<OverrideReport> of(DecidedBook decided) {
        Book all = decided.cut();
        if (!all.provides().series().contains(HealthOverride.SERIES)) {
            return Section.lacking(List.of("series " + HealthOverride.SERIES));
        }
        HealthOfCuts strategy = new HealthOfCuts(decided.own());
        Function<AsOf, Book> books = asOf -> {
            if (asOf.equals(all.asOf())) {
                return all;
            }
            Book then = DecidedBook.segmented(facts.asOf(asOf), policies);
            strategy.with(then, policies.health().own(then));
            return then;
        };
        String worst = decided.bands().list().get(0).code();
        return Section.of(
                OverrideReport.of(books, all.asOf(), strategy, new OverrideRule(Set.of(worst), LOST, WITHIN_DAYS)));
    }
}
