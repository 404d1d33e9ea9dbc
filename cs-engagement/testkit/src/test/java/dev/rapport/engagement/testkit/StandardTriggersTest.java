package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.DateAttributeTrigger;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.NoticeDeadlineTrigger;
import dev.rapport.engagement.milestone.RenewalTrigger;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The library's own triggers keep the contract, and the contract finds triggers that do not. */
class StandardTriggersTest {

    private static final AttributeKey<LocalDate> REVIEW = AttributeKey.date("review.next");
    private static final Instant SINCE = Instant.parse("2024-01-15T00:00:00Z");
    private static final Span SPAN = new Span(LocalDate.parse("2025-01-01"), LocalDate.parse("2027-07-01"));

    private static Customer renewing(String id, String end, double noticeDays) {
        return Customer.builder(id, SINCE)
                .set(REVIEW, LocalDate.parse("2026-09-01"), SINCE)
                .add(
                        Contract.SERIES,
                        entry -> entry.id(id + "-1")
                                .at(SINCE)
                                .with(Contract.START, LocalDate.parse("2024-01-31"))
                                .with(Contract.END, LocalDate.parse(end))
                                .with(Contract.AUTO_RENEWS, true)
                                .with(Contract.NOTICE_AMOUNT, noticeDays)
                                .with(Contract.NOTICE_UNIT, "calendar-days"))
                .build();
    }

    private static Book book() {
        List<Customer> customers = List.of(
                renewing("monthly", "2024-02-29", 10),
                renewing("yearly", "2025-01-31", 90),
                renewing("two-years", "2026-01-31", 60),
                Customer.builder("without", SINCE).build());
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.parse("2026-06-30"));
    }

    private static class Held extends MilestoneTriggerContract {

        private final MilestoneTrigger trigger;

        Held(MilestoneTrigger trigger) {
            this.trigger = trigger;
        }

        @Override
        protected MilestoneTrigger trigger() {
            return trigger;
        }

        @Override
        protected Book book() {
            return StandardTriggersTest.book();
        }

        @Override
        protected Span span() {
            return SPAN;
        }
    }

    @Nested
    class Renewals extends Held {
        Renewals() {
            super(new RenewalTrigger());
        }
    }

    @Nested
    class NoticeDeadlines extends Held {
        NoticeDeadlines() {
            super(new NoticeDeadlineTrigger());
        }
    }

    @Nested
    class Dates extends Held {
        Dates() {
            super(new DateAttributeTrigger(REVIEW));
        }
    }

    /** Gives the same day whatever was asked, twice. */
    private record Stubborn() implements MilestoneTrigger {

        @Override
        public Requirements requirements() {
            return Requirements.attributes(AttributeKey.number("nobody.feeds.this"));
        }

        @Override
        public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
            Anchor anchor = Anchor.of("day", LocalDate.parse("2026-07-05"))
                    .knownSince(view.asOf().knownAt());
            return List.of(anchor, anchor);
        }
    }

    @Test
    void brokenRules_areFound() {
        MilestoneTriggerContract contract = new Held(new Stubborn());

        assertThatThrownBy(contract::somebody_hasAnAnchor_inABookThatFits).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::anchors_lieInTheSpan).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::spans_addUp).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::anchors_areDifferent).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::anchors_wereKnown).isInstanceOf(AssertionError.class);
    }

    @Test
    void otherAnswerEachTime_isFound() {
        int[] calls = new int[1];
        MilestoneTrigger moving = new MilestoneTrigger() {
            @Override
            public Requirements requirements() {
                return Requirements.none();
            }

            @Override
            public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
                return List.of(Anchor.of("call-" + calls[0]++, LocalDate.parse("2026-07-05")));
            }
        };

        assertThatThrownBy(() -> new Held(moving).askingAgain_givesTheSame()).isInstanceOf(AssertionError.class);
    }
}
