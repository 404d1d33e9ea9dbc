package dev.rapport.engagement.plan;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.membership.Membership;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The current customers of one cut and their segments, laid over the book one after the other. */
final class DecidedSegments {

    private final Segmentation segmentation;
    private final Membership membership;
    private final Map<String, Segmentation> further = new LinkedHashMap<>();
    private final Map<String, Book> bookBefore = new LinkedHashMap<>();
    private final Book book;

    private DecidedSegments(Book customers, Policies policies, Memory memory, Threads threads) {
        SegmentationDocument headline = policies.segmentation();
        Segmentation plain = Segmentation.of(headline.strategy(), customers, threads.executor(), threads.tasks());
        if (headline.sticky().isPresent()) {
            this.membership = headline.membership(customers, memory);
            this.segmentation = membership.held().isEmpty() ? plain : plain.holding(membership.segmentByCustomer());
        } else {
            this.membership = Membership.of(headline.strategy(), customers, plain);
            this.segmentation = plain;
        }
        Book decided = segmentation.layOver(customers, Planner.SEGMENT, source(headline));
        for (SegmentationDocument document : policies.furtherSegmentations()) {
            bookBefore.put(document.header().id(), decided);
            Segmentation beside = Segmentation.of(document.strategy(), decided, threads.executor(), threads.tasks());
            further.put(document.header().id(), beside);
            decided = beside.layOver(decided, segmentKey(document), source(document));
        }
        this.book = decided;
    }

    /** Of those of a cut who are customers. */
    static DecidedSegments of(Book cut, Policies policies, Memory memory, Threads threads) {
        return new DecidedSegments(DecidedBook.customers(cut, policies), policies, memory, threads);
    }

    /** The headline's segments alone, of those of a cut who are customers. Nobody remembers, so nothing holds anybody. */
    static Map<String, String> headlineOf(Book cut, Policies policies) {
        SegmentationStrategy headline = policies.segmentation().strategy();
        return Segmentation.of(headline, DecidedBook.customers(cut, policies, headline))
                .segmentByCustomer();
    }

    /** All of them of an earlier cut, if it had customers and what the segmentations read was fed then. */
    static Optional<DecidedSegments> find(Book cut, Policies policies, Memory memory) {
        try {
            return Optional.of(of(cut, policies, memory, Threads.ONE))
                    .filter(then -> then.book().size() > 0);
        } catch (InvalidDocumentException e) {
            return Optional.empty();
        }
    }

    /** The customers with their segments. */
    Book book() {
        return book;
    }

    Segmentation segmentation() {
        return segmentation;
    }

    /** Who is where in the headline's segments, who is held there, and what to remember. */
    Membership membership() {
        return membership;
    }

    Map<String, Segmentation> further() {
        return further;
    }

    /** A book of more customers with the same segments; others have none. */
    Book layOver(Book cut, Policies policies) {
        Book all = segmentation.layOver(cut, Planner.SEGMENT, source(policies.segmentation()));
        for (SegmentationDocument document : policies.furtherSegmentations()) {
            Segmentation beside = further.get(document.header().id());
            if (beside != null) {
                all = beside.layOver(all, segmentKey(document), source(document));
            }
        }
        return all;
    }

    /** Who is where in a further segmentation. */
    Optional<Membership> membership(SegmentationDocument document) {
        String id = document.header().id();
        return Optional.ofNullable(further.get(id))
                .map(beside -> Membership.of(document.strategy(), requireNonNull(bookBefore.get(id), id), beside));
    }

    static AttributeKey<String> segmentKey(SegmentationDocument document) {
        return AttributeKey.text("segment." + document.header().id());
    }

    static String source(SegmentationDocument document) {
        return document.header().id() + "@" + document.header().revision();
    }
}
