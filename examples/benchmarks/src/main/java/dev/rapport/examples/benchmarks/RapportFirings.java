package dev.rapport.examples.benchmarks;

import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.DateAttributeTrigger;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.shape.DocumentHeader;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** One instance that ticks on one connection: occurrences are reckoned again, recorded as fired, and their alerts handed over. */
final class RapportFirings implements Firings {

    private static final AttributeKey<LocalDate> DATE = AttributeKey.date("go-live.date");
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
    private static final int AT_ONCE = 1_000;

    private final LedgerStore store;
    private final boolean delivers;
    private final MilestonePlanner planner = MilestonePlanner.of(
            Milestones.of(
                    DocumentHeader.of("m", "1"),
                    List.of(Milestone.builder()
                            .id("go-live")
                            .trigger(new DateAttributeTrigger(DATE))
                            .addSteps(Step.onTheDay())
                            .fireLateUpToDays(3)
                            .reissueWhenMovedByDays(30)
                            .alerts("csm")
                            .build())),
            Reckoning.in(CurrencyUnit.EUR));
    private Facts facts = facts(0);
    private long told;

    /** {@code delivers}: whether alerts are handed over and marked, or only recorded. */
    RapportFirings(String url, boolean delivers) throws SQLException {
        this.store = LedgerStore.empty(url);
        this.delivers = delivers;
    }

    private static Facts facts(int count) {
        List<Customer> customers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            customers.add(Customer.builder("c-" + i, SINCE).set(DATE, DAY, SINCE).build());
        }
        return Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    @Override
    public void plan(int count) throws SQLException {
        store.clear();
        facts = facts(count);
        planner.plan(facts.asOf(DAY.minusDays(1)), 2, store.ledger());
        store.analyse();
        told = 0;
    }

    @Override
    public void fire() {
        int fired = planner.fire(facts.asOf(DAY), store.ledger()).fired().size();
        if (!delivers) {
            told = fired;
            return;
        }
        List<Alert> alerts = store.ledger().undelivered(AT_ONCE);
        while (!alerts.isEmpty()) {
            told += alerts.size();
            store.ledger().markDelivered(alerts.stream().map(Alert::token).toList());
            alerts = store.ledger().undelivered(AT_ONCE);
        }
    }

    @Override
    public long told() {
        return told;
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }
}
