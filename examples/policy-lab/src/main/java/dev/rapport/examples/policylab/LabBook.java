package dev.rapport.examples.policylab;

import dev.rapport.examples.shared.BookFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.health.challenge.Loss;
import dev.rapport.health.retention.LostCustomer;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.tables.BookReading;
import dev.rapport.model.time.AsOf;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.segment.Segmentation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The book that is tried on: its current customers at any date, with their segments. */
final class LabBook {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final Set<String> LOST = Set.of("churned");

    private final Facts facts;
    private final Optional<SegmentationDocument> segmentation;
    private final List<String> remarks;

    private LabBook(Facts facts, Optional<SegmentationDocument> segmentation, List<String> remarks) {
        this.facts = facts;
        this.segmentation = segmentation;
        this.remarks = List.copyOf(remarks);
    }

    static LabBook read(Path folder, Optional<Path> segmentation, LocalDate date) {
        BookReading reading = BookFolder.read(folder);
        Facts facts = reading.facts(StandardAttributes.all(reading.reckoning()));
        Book whole = facts.asOf(date);
        Optional<SegmentationDocument> document = segmentation
                .map(file -> Proposal.input("segmentation", file))
                .map(input -> SegmentationDocument.kind(
                                AttributeShapes.of(whole.provides().attributes()))
                        .read(input)
                        .orThrow());
        return new LabBook(
                facts, document, BookFolder.rejected(reading).stream().toList());
    }

    List<String> remarks() {
        return remarks;
    }

    AsOf asOf(LocalDate date) {
        return AsOf.endOf(date, facts.zone());
    }

    Book at(AsOf asOf) {
        Book book = facts.asOf(asOf).only(LostCustomer::isCustomer);
        if (segmentation.isEmpty()) {
            return book;
        }
        SegmentationDocument document = segmentation.get();
        return book.with(
                SEGMENT,
                document.header().id() + "@" + document.header().revision(),
                Segmentation.of(document.strategy(), book).segmentByCustomer());
    }

    /** The attributes to count by: those asked for, or those that are usual and there. */
    List<AttributeKey<String>> groupBy(Optional<String> names, Book book) {
        Map<String, AttributeKey<?>> known = new TreeMap<>();
        book.provides().attributes().stream()
                .filter(key -> key.kind() == AttributeKind.TEXT)
                .forEach(key -> known.put(key.name(), key));
        List<AttributeKey<String>> keys = new ArrayList<>();
        for (String name : names.map(text -> Arrays.asList(text.split(",", -1)))
                .orElse(List.of(SEGMENT.name(), StandardAttributes.OWNER_CSM.name()))) {
            if (known.containsKey(name)) {
                keys.add(AttributeKey.text(name));
            } else if (names.isPresent()) {
                String advice = Nearest.advice(name, known.keySet());
                throw new UserError("option (--group-by " + names.get() + ") must name text attributes of the book, "
                        + name + " is none." + (advice.isEmpty() ? "" : "\n" + advice + "."));
            }
        }
        return keys;
    }

    /** The month's ends up to a date, that date the last: as many as there are from the first on. */
    List<AsOf> dates(LocalDate first, LocalDate last) {
        boolean isMonthEnd = last.getDayOfMonth() == last.lengthOfMonth();
        List<AsOf> dates = new ArrayList<>();
        for (int back = 0; ; back++) {
            LocalDate month = last.minusMonths(back);
            LocalDate date = isMonthEnd ? month.withDayOfMonth(month.lengthOfMonth()) : month;
            if (date.isBefore(first)) {
                break;
            }
            dates.add(asOf(date));
        }
        if (dates.size() < 2) {
            throw new UserError("option (--from " + first + ") must be at least a month before --as-of " + last + ".");
        }
        Collections.reverse(dates);
        return dates;
    }

    /** Who was lost, customers of then included: by their contracts, where nobody has one by what is written down. */
    List<Loss> losses(LocalDate date) {
        Book whole = facts.asOf(date);
        if (whole.provides().series().contains(Contract.SERIES)) {
            return Loss.in(whole);
        }
        if (!whole.provides().series().contains(Outcome.SERIES)) {
            throw new UserError("option (--from) needs the table contracts or outcomes, which the book does not have.\n"
                    + "Maybe leave it out.");
        }
        return Loss.in(whole, LOST);
    }
}
