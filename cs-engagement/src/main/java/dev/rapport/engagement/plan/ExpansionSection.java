package dev.rapport.engagement.plan;

import dev.rapport.engagement.expansion.ExpansionPolicy;
import dev.rapport.engagement.expansion.ExpansionReport;
import dev.rapport.engagement.expansion.ExpansionStrategy;
import dev.rapport.model.book.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for what customers could be offered. */
final class ExpansionSection {

    private final Policies policies;

    ExpansionSection(Policies policies) {
        this.policies = policies;
    }

    Section<ExpansionReport> of(Book book) {
        if (policies.expansion().isEmpty()) {
            return Section.lacking(List.of("policy expansion"));
        }
        ExpansionPolicy policy = policies.expansion().get();
        ExpansionStrategy strategy = policy.over(book);
        List<String> missing = new ArrayList<>(policy.missingFrom(book));
        book.missing(strategy.requirements()).attributes().forEach(attribute -> missing.add("attribute " + attribute));
        return new Section<>(Optional.of(strategy.report(book)), List.copyOf(missing));
    }
}
