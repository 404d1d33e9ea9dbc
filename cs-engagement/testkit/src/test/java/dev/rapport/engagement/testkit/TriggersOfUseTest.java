package dev.rapport.engagement.testkit;

import dev.rapport.engagement.milestone.LastSafeDayTrigger;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.review.Cadence;
import dev.rapport.engagement.review.ReviewRule;
import dev.rapport.engagement.trigger.AdoptionTargetTrigger;
import dev.rapport.engagement.trigger.AnniversaryTrigger;
import dev.rapport.engagement.trigger.ConditionTrigger;
import dev.rapport.engagement.trigger.CreditBurnOutTrigger;
import dev.rapport.engagement.trigger.GoLiveTrigger;
import dev.rapport.engagement.trigger.GoalDueTrigger;
import dev.rapport.engagement.trigger.PriceUpliftTrigger;
import dev.rapport.engagement.trigger.ReviewTrigger;
import dev.rapport.engagement.trigger.SponsorSilenceTrigger;
import dev.rapport.engagement.trigger.StageTrigger;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.condition.Condition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;

/** The triggers beside those of contracts keep the contract. */
class TriggersOfUseTest {

    private static final Instant SINCE = Instant.parse("2025-01-15T00:00:00Z");
    private static final Span SPAN = new Span(LocalDate.parse("2025-06-01"), LocalDate.parse("2027-07-01"));
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private static void contract(EntryBuilder entry) {
        entry.id("c-1")
                .at(SINCE)
                .with(Contract.START, LocalDate.parse("2026-01-31"))
                .with(Contract.END, LocalDate.parse("2027-01-31"))
                .with(Contract.AUTO_RENEWS, true);
    }

    private static void users(Customer.Builder customer) {
        for (int day = 0; day < 120; day++) {
            LocalDate date = LocalDate.parse("2026-02-15").plusDays(day);
            double quantity = day % 40 < 20 ? 9 : 1;
            customer.add(
                    Usage.SERIES,
                    entry -> entry.at(date).with(Usage.QUANTITY, quantity).with(Usage.PRODUCT, "Suite"));
        }
    }

    private static Customer busy() {
        Customer.Builder customer = Customer.builder("busy", SINCE)
                .add(Contract.SERIES, TriggersOfUseTest::contract)
                .add(
                        ContractLine.SERIES,
                        entry -> entry.id("l-1")
                                .at(SINCE)
                                .with(ContractLine.CONTRACT, "c-1")
                                .with(ContractLine.PRODUCT, "Suite")
                                .with(ContractLine.ARR, Money.of(CurrencyUnit.EUR, 1200))
                                .with(ContractLine.QUANTITY, 800.0)
                                .with(ContractLine.UPLIFT_ON, LocalDate.parse("2026-09-01")))
                .add(
                        Goal.SERIES,
                        entry -> entry.id("g-1")
                                .at(SINCE)
                                .with(Goal.TITLE, "Fewer calls")
                                .with(Goal.DUE_ON, LocalDate.parse("2026-08-01")))
                .add(
                        StageEntry.SERIES,
                        entry -> entry.id("s-1")
                                .at(Instant.parse("2026-02-01T00:00:00Z"))
                                .with(StageEntry.STAGE, "onboarding")
                                .with(StageEntry.ENTERED_ON, LocalDate.parse("2026-02-01")))
                .add(Person.SERIES, entry -> entry.id("p-1").at(SINCE).with(Person.ROLE, "sponsor"))
                .add(
                        Touchpoint.SERIES,
                        entry -> entry.at(LocalDate.parse("2026-03-03"))
                                .with(Touchpoint.KIND, "call")
                                .with(Touchpoint.CONTACT, "p-1"));
        users(customer);
        return customer.build();
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
            List<Customer> customers =
                    List.of(busy(), Customer.builder("without", SINCE).build());
            return Facts.of(Customer.adapter(customers), customers)
                    .derive(StandardAttributes.all(EUR))
                    .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                    .asOf(LocalDate.parse("2026-06-30"));
        }

        @Override
        protected Span span() {
            return SPAN;
        }
    }

    @Nested
    class LastSafeDays extends Held {
        LastSafeDays() {
            super(new LastSafeDayTrigger(5));
        }
    }

    @Nested
    class Goals extends Held {
        Goals() {
            super(new GoalDueTrigger(Optional.empty()));
        }
    }

    @Nested
    class Anniversaries extends Held {
        Anniversaries() {
            super(new AnniversaryTrigger(Optional.empty()));
        }
    }

    @Nested
    class Stages extends Held {
        Stages() {
            super(new StageTrigger("onboarding", Optional.of("training")));
        }
    }

    @Nested
    class GoLives extends Held {
        GoLives() {
            super(new GoLiveTrigger(30));
        }
    }

    @Nested
    class AdoptionTargets extends Held {
        AdoptionTargets() {
            super(new AdoptionTargetTrigger(StandardAttributes.USAGE_QUANTITY_30D, 100, 90));
        }
    }

    @Nested
    class PriceUplifts extends Held {
        PriceUplifts() {
            super(new PriceUpliftTrigger());
        }
    }

    @Nested
    class CreditBurnOuts extends Held {
        CreditBurnOuts() {
            super(new CreditBurnOutTrigger("Suite", 90));
        }
    }

    @Nested
    class SponsorSilences extends Held {
        SponsorSilences() {
            super(new SponsorSilenceTrigger("sponsor", 60));
        }
    }

    @Nested
    class Reviews extends Held {
        Reviews() {
            super(new ReviewTrigger(ReviewRule.builder()
                    .id("quarterly")
                    .touchpoint("review")
                    .cadence(Cadence.everyMonths(3))
                    .beforeDecision(true)
                    .build()));
        }
    }

    @Nested
    class Conditions extends Held {
        Conditions() {
            super(ConditionTrigger.of("use-fell", Condition.atMost(StandardAttributes.USAGE_QUANTITY_30D, 120), 10));
        }
    }
}
