package dev.rapport.engagement.plan;

import dev.rapport.model.book.Facts;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import dev.rapport.segmentation.json.SegmentationDocument;

/**
 * What sticky segments rest on where nobody remembers: the ends of the twelve months before, each as it was known then. A
 * memory that knows the segmentation is taken as it is.
 */
final class StickyHistory {

    private StickyHistory() {}

    static Memory of(Facts facts, Policies policies, AsOf asOf, Memory memory) {
        SegmentationDocument document = policies.segmentation();
        String id = document.header().id();
        boolean isKnown = memory.asOf(asOf).all().stream()
                .anyMatch(record -> record.subject().policyId().equals(id));
        if (document.sticky().isEmpty() || isKnown) {
            return memory;
        }
        return document.replayed(
                asOf.date(facts.zone()),
                memory,
                end -> DecidedBook.customers(facts.asOf(end), policies, document.strategy()));
    }
}
