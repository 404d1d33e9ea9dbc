package dev.rapport.examples.policylab;

import dev.rapport.examples.shared.UserError;
import dev.rapport.model.book.Book;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.membership.SegmentationSimulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The segmentation that decides now and the one that would. */
final class SegmentationProposal {

    private static final String FORMAT =
            SegmentationDocument.kind(AttributeShapes.of(List.of())).format();

    private final SegmentationDocument current;
    private final SegmentationDocument proposed;

    private SegmentationProposal(SegmentationDocument current, SegmentationDocument proposed) {
        this.current = current;
        this.proposed = proposed;
    }

    /** Whether segmentations are compared and not scorecards; a segmentation and something else are refused. */
    static boolean isAskedFor(JsonInput current, JsonInput proposed) {
        Optional<String> now = format(current);
        Optional<String> then = format(proposed);
        if (!now.equals(Optional.of(FORMAT)) && !then.equals(Optional.of(FORMAT))) {
            return false;
        }
        if (now.isPresent() && then.isPresent() && !now.equals(then)) {
            throw new UserError("option (--proposed " + proposed.source() + ") must be of the format of --current, "
                    + now.get() + ", is of " + then.get() + ".\nMaybe one of the files is another than you meant.");
        }
        return true;
    }

    private static Optional<String> format(JsonInput input) {
        return input.tree(new ProblemCollector())
                .flatMap(tree -> tree instanceof JsonObject document ? document.find("format") : Optional.empty())
                .flatMap(format -> format instanceof JsonText name ? Optional.of(name.text()) : Optional.empty());
    }

    /** Both are read against what the book provides, so that what does not fit is told with its place. */
    static SegmentationProposal read(JsonInput current, JsonInput proposed, Book book) {
        DocumentKind<SegmentationDocument> kind =
                SegmentationDocument.kind(AttributeShapes.of(book.provides().attributes()));
        SegmentationDocument now = kind.read(current).orThrow();
        SegmentationDocument then = kind.read(proposed).orThrow();
        if (now.header().id().equals(then.header().id())
                && now.header().revision().equals(then.header().revision())
                && !now.equals(then)) {
            throw new UserError("proposed segmentation (" + reference(then.header())
                    + ") must have another revision than the current one.\nMaybe give it the revision \""
                    + then.header().revision() + "-proposed\".");
        }
        return new SegmentationProposal(now, then);
    }

    private static String reference(DocumentHeader header) {
        return header.id() + "@" + header.revision();
    }

    /** Both on one book, with what the definition in force has remembered where customers are held. */
    SegmentationSimulation simulation(Book book, Function<LocalDate, Book> bookOn) {
        Memory memory = current.replayed(book.date(), Memory.empty(), bookOn);
        return SegmentationSimulation.between(current.membership(book, memory), proposed.membership(book, memory));
    }

    DocumentHeader currentHeader() {
        return current.header();
    }

    DocumentHeader proposedHeader() {
        return proposed.header();
    }

    String currentReference() {
        return reference(current.header());
    }

    String proposedReference() {
        return reference(proposed.header());
    }

    /** What a reader should know of how they were compared. */
    List<String> remarks(SegmentationSimulation simulation) {
        List<String> remarks = new ArrayList<>();
        boolean isOne = current.header().id().equals(proposed.header().id());
        if (current.sticky().isPresent()) {
            remarks.add("Customers are held (sticky) by what " + currentReference()
                    + " decided at the ends of the twelve months before"
                    + (isOne ? "." : "; " + proposedReference() + " is another segmentation and remembers nothing."));
        } else if (proposed.sticky().isPresent()) {
            remarks.add(currentReference() + " holds nobody, so nobody is held (sticky) on the first day of "
                    + proposedReference() + ".");
        }
        int held = simulation.heldByProposed().size();
        if (held > 0) {
            remarks.add(PageText.count(held) + (held == 1 ? " customer" : " customers") + " would be held by "
                    + proposedReference() + " where " + (held == 1 ? "it" : "they")
                    + " would not enter: see \"held\" in simulation.json.");
        }
        return remarks;
    }
}
