package dev.rapport.engagement.plan;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import dev.rapport.segmentation.json.SegmentationDocument;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * What sticky segments rest on where nobody remembers: the ends of the twelve months before, each as it was known then. A
 * memory that knows the segmentation is taken as it is.
 */
final class StickyHistory {

    private static final int MONTHS = 12;

    private StickyHistory() {}

    static Memory of(Facts facts, Policies policies, AsOf asOf, Memory memory) {
        SegmentationDocument document = policies.segmentation();
        String id = document.header().id();
        boolean isKnown = memory.asOf(asOf).all().stream()
                .anyMatch(record -> record.subject().policyId().equals(id));
        if (document.sticky().isEmpty() || isKnown) {
            return memory;
        }
        LocalDate day = asOf.date(facts.zone());
        Memory replayed = memory;
        for (int back = MONTHS; back > 0; back--) {
            LocalDate end = day.minusMonths(back).with(TemporalAdjusters.lastDayOfMonth());
            Book then = DecidedBook.customers(facts.asOf(end), policies);
            if (document.strategy().check(then).errorCount() == 0) {
                replayed = replayed.with(document.membership(then, replayed).toRemember());
            }
        }
        return replayed;
    }
}
