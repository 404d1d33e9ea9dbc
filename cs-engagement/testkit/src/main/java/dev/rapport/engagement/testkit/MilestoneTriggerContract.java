package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The rules that every {@link MilestoneTrigger} keeps. Extend it in a test of the host's trigger.
 *
 * <p>That a trigger does not look ahead follows from two of them: it reads nothing but the view, and the view shows
 * nothing from after the cut.
 */
public abstract class MilestoneTriggerContract {

    /** For those who extend it. */
    protected MilestoneTriggerContract() {}

    /**
     * The trigger under test.
     *
     * @return the trigger
     */
    protected abstract MilestoneTrigger trigger();

    /**
     * Customers to try it on, some with anchors in {@link #span()} and some without.
     *
     * @return a book that provides what the trigger requires
     */
    protected abstract Book book();

    /**
     * The days to ask about.
     *
     * @return a span in which some customer has an anchor
     */
    protected abstract Span span();

    /**
     * What the trigger reckons with.
     *
     * @return the book's currency, without rates or holidays, unless overridden
     */
    protected Reckoning reckoning() {
        return Reckoning.in(book().currency());
    }

    private static List<String> texts(List<Anchor> anchors) {
        return anchors.stream()
                .map(anchor -> anchor.id() + " " + anchor.date() + " " + anchor.handled() + " " + anchor.knownSince())
                .sorted()
                .toList();
    }

    private List<String> anchors(MilestoneTrigger trigger, CustomerView customer, Span span) {
        return texts(trigger.anchors(customer, span, reckoning()));
    }

    /** A contract on no anchors would say nothing; an attribute that nobody feeds would never fire. */
    @Test
    public final void somebody_hasAnAnchor_inABookThatFits() {
        assertThat(book().missing(trigger().requirements()).attributes())
                .as("attributes that nothing feeds")
                .isEmpty();
        assertThat(book().customers())
                .as("customers with an anchor in " + span())
                .anyMatch(customer -> !anchors(trigger(), customer, span()).isEmpty());
    }

    /** Days outside the span are not given, whatever the span. */
    @Test
    public final void anchors_lieInTheSpan() {
        for (Span part : parts()) {
            for (CustomerView customer : book().customers()) {
                assertThat(trigger().anchors(customer, part, reckoning()))
                        .as(customer.customerId() + " in " + part)
                        .allMatch(anchor -> part.contains(anchor.date()));
            }
        }
    }

    /** A span has the anchors of its days, no more and no less: nothing depends on where it is cut. */
    @Test
    public final void spans_addUp() {
        for (CustomerView customer : book().customers()) {
            List<String> together = new ArrayList<>();
            parts().forEach(part -> together.addAll(anchors(trigger(), customer, part)));
            assertThat(together)
                    .as("anchors of " + customer.customerId() + " in the parts of " + span())
                    .containsExactlyInAnyOrderElementsOf(anchors(trigger(), customer, span()));
        }
    }

    private List<Span> parts() {
        Span all = span();
        List<Span> parts = new ArrayList<>();
        for (LocalDate day = all.from(); day.isBefore(all.before()); ) {
            LocalDate next = day.plusDays(7).isBefore(all.before()) ? day.plusDays(7) : all.before();
            parts.add(new Span(day, next));
            day = next;
        }
        return parts;
    }

    /** No two anchors of a customer have the same id and day, which would fire twice. */
    @Test
    public final void anchors_areDifferent() {
        for (CustomerView customer : book().customers()) {
            assertThat(trigger().anchors(customer, span(), reckoning()))
                    .as("anchors of " + customer.customerId())
                    .allSatisfy(anchor -> assertThat(anchor.id()).isNotBlank())
                    .extracting(anchor -> anchor.id() + " " + anchor.date())
                    .doesNotHaveDuplicates();
        }
    }

    /** What was known of an anchor's day was known before the end of the cut. */
    @Test
    public final void anchors_wereKnown() {
        for (CustomerView customer : book().customers()) {
            assertThat(trigger().anchors(customer, span(), reckoning()))
                    .allMatch(anchor -> anchor.knownSince()
                            .map(known -> known.isBefore(customer.asOf().knownAt()))
                            .orElse(true));
        }
    }

    /** Asked twice, a trigger answers the same. */
    @Test
    public final void askingAgain_givesTheSame() {
        MilestoneTrigger trigger = trigger();
        for (CustomerView customer : book().customers()) {
            assertThat(anchors(trigger, customer, span())).isEqualTo(anchors(trigger, customer, span()));
        }
    }
}
