package dev.rapport.health.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.rapport.health.warning.change.Sides;
import dev.rapport.health.warning.change.Step;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.problem.Checked;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class BookWatchTest {

    private static Book book(int week, Customer.Builder... customers) {
        return UsageBooks.at(UsageBooks.facts(List.of(customers)), week);
    }

    private static EarlyWarning usageOnly(WatchedSeries.Builder series) {
        return UsageBooks.builder().series(List.of(series.build())).build();
    }

    private static WatchedSeries.Builder alone() {
        return UsageBooks.usage().peers(java.util.Optional.empty());
    }

    private static Alert onlyAlert(EarlyWarning policy, Book book) {
        List<Alert> alerts =
                UsageBooks.watch(policy, book).look(book).alerts(Memory.empty()).alerts();
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }

    @Test
    void usageThatFalls_isAlerted_withSinceWhenHowFarHowSurelyAndWhatItIsWorth() {
        Random random = new Random(1);
        Customer.Builder acme = UsageBooks.using(
                        "acme", 42, week -> 1000 * (week < 38 ? 1 : 0.5) * (1 + 0.05 * random.nextGaussian()))
                .set(
                        UsageBooks.WORTH,
                        org.joda.money.Money.of(CurrencyUnit.EUR, 50_000),
                        UsageBooks.instant(UsageBooks.MONDAY))
                .set(UsageBooks.OWNER, "csm-anna", UsageBooks.instant(UsageBooks.MONDAY));
        Book book = book(41, acme);

        Alert alert = onlyAlert(usageOnly(alone()), book);

        assertThat(alert.customerId()).isEqualTo("acme");
        assertThat(alert.falls()).isTrue();
        assertThat(alert.since()).isEqualTo(UsageBooks.MONDAY.plusWeeks(38));
        assertThat(alert.on()).isEqualTo(UsageBooks.MONDAY.plusWeeks(39).plusDays(6));
        assertThat(alert.size()).isCloseTo(-0.5, offset(0.06));
        assertThat(alert.worth().value().orElseThrow().getAmount()).isEqualByComparingTo("50000");
        assertThat(alert.owner()).contains("csm-anna");
        assertThat(((dev.rapport.health.warning.change.Sureness.RunLength) alert.sureness()).periods())
                .isGreaterThan(500);
    }

    @Test
    void reasons_areThePeriods_andFoldToTheStatistic() {
        Book book = book(41, UsageBooks.using("acme", 42, week -> week < 38 ? 1000 + week % 3 : 600));

        Alert alert = onlyAlert(usageOnly(alone()), book);
        Explanation reasons = alert.reasons();

        assertThat(reasons.foldsToItsValue()).isTrue();
        double statistic = 0;
        for (Step step : alert.what().change().steps()) {
            statistic += step.contribution();
        }
        assertThat(reasons.value().orElseThrow()).isEqualTo(statistic);
        assertThat(statistic).isGreaterThan(alert.what().change().threshold());
        assertThat(reasons.parts().get(reasons.parts().size() - 1).code()).isEqualTo("usage.2025-10-06");
        assertThat(reasons.parts().get(reasons.parts().size() - 1).reason()).contains("600, usual 1001");
    }

    @Test
    void weekThatMovesAllAlike_isNoChangeOfOne() {
        List<Customer.Builder> customers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double level = 100 * (i + 1);
            boolean leaves = i == 7;
            customers.add(UsageBooks.using(
                    "c-" + (10 + i),
                    60,
                    week -> level * (week % 26 >= 20 ? 0.5 : 1) * (leaves && week >= 45 ? 0.4 : 1) + week % 3));
        }
        Book book = UsageBooks.at(UsageBooks.facts(customers), 59);
        EarlyWarning alone = usageOnly(alone());
        EarlyWarning amongPeers = usageOnly(UsageBooks.usage());

        assertThat(UsageBooks.watch(alone, book).look(book).alarms().stream()
                        .map(Alarm::customerId)
                        .distinct())
                .hasSize(12);
        assertThat(UsageBooks.watch(amongPeers, book).look(book).alarms().stream()
                        .map(Alarm::customerId)
                        .distinct())
                .containsExactly("c-17");
    }

    @Test
    void weekWithoutDelivery_isAGap_thatNobodyIsJudgedBy() {
        List<Customer.Builder> customers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double level = 100 * (i + 1);
            customers.add(UsageBooks.using("c-" + i, 40, week -> week == 30 || week == 31 ? 0 : level));
        }
        Book book = UsageBooks.at(UsageBooks.facts(customers), 39);

        WatchedBook watched =
                UsageBooks.watch(usageOnly(UsageBooks.usage()), book).look(book);

        assertThat(watched.alarms()).isEmpty();
        assertThat(watched.gaps())
                .containsExactly(
                        new WatchedBook.Gap("usage", UsageBooks.MONDAY.plusWeeks(30)),
                        new WatchedBook.Gap("usage", UsageBooks.MONDAY.plusWeeks(31)));
    }

    @Test
    void sparseSeries_isWatchedByItsRate() {
        Random random = new Random(4);
        Book book = book(59, UsageBooks.using("small", 60, week -> week < 40 ? random.nextInt(3) : 0));

        WatchedBook watched = UsageBooks.watch(usageOnly(alone()), book).look(book);

        assertThat(watched.alarms()).hasSize(1);
        assertThat(watched.alarms().get(0).on())
                .isBetween(UsageBooks.MONDAY.plusWeeks(42), UsageBooks.MONDAY.plusWeeks(50));
        assertThat(watched.alarms().get(0).change().usual()).isCloseTo(1, offset(0.4));
    }

    @Test
    void seriesIsSplit_byAField() {
        Customer.Builder acme = Customer.builder("acme", UsageBooks.instant(UsageBooks.MONDAY));
        for (int week = 0; week < 50; week++) {
            LocalDate day = UsageBooks.MONDAY.plusWeeks(week);
            int at = week;
            acme.add(
                    Usage.SERIES,
                    entry -> entry.id("a" + at)
                            .at(UsageBooks.instant(day))
                            .with(Usage.QUANTITY, 100.0 + at % 3)
                            .with(Usage.PRODUCT, "core"));
            acme.add(
                    Usage.SERIES,
                    entry -> entry.id("b" + at)
                            .at(UsageBooks.instant(day))
                            .with(Usage.QUANTITY, at < 46 ? 40.0 : 10)
                            .with(Usage.PRODUCT, "analytics"));
        }
        EarlyWarning policy = usageOnly(alone().per("product"));

        List<Alarm> alarms =
                UsageBooks.watch(policy, book(49, acme)).look(book(49, acme)).alarms();

        assertThat(alarms).extracting(alarm -> alarm.where().part()).containsExactly("analytics");
    }

    @Test
    void entriesThatDoNotCount_areLeftOut() {
        Customer.Builder acme = UsageBooks.using("acme", 50, week -> 100);
        EarlyWarning policy = usageOnly(alone().where(new WatchedSeries.Where("feature", Set.of("exports"))));
        Book book = UsageBooks.at(UsageBooks.facts(List.of(acme)), 49);

        assertThat(UsageBooks.watch(policy, book).look(book).notWatched())
                .containsExactly(new WatchedBook.NotWatched("acme", "usage", "no entries"));
    }

    @Test
    void whatIsNotWatched_isSaid_withTheReason() {
        Random random = new Random(3);
        EarlyWarning policy = usageOnly(alone().whenSparse(java.util.Optional.empty()));
        Book book = book(
                59,
                UsageBooks.using("now-and-then", 60, week -> random.nextInt(6) == 0 ? 30 : 0),
                UsageBooks.using("steady", 60, week -> 30));

        assertThat(UsageBooks.watch(policy, book).look(book).notWatched())
                .containsExactly(new WatchedBook.NotWatched(
                        "now-and-then", "usage", "too sparse or irregular to have a usual level"));
        Book young = book(5, UsageBooks.using("young", 6, week -> 30));
        assertThat(UsageBooks.watch(policy, young).look(young).notWatched())
                .containsExactly(new WatchedBook.NotWatched("young", "usage", "has 5 periods, needs 8"));
    }

    @Test
    void daysOfTheWeekAndHolidays_areKindsOfTheirOwn() {
        Set<LocalDate> holidays = new java.util.TreeSet<>();
        for (int i = 0; i < 12; i++) {
            holidays.add(UsageBooks.MONDAY.plusWeeks(4L * i + 4).plusDays(1));
        }
        BusinessCalendar calendar = BusinessCalendar.of(
                "test",
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                holidays,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2027, 1, 1));
        Customer.Builder acme = Customer.builder("acme", UsageBooks.instant(UsageBooks.MONDAY));
        Random random = new Random(8);
        for (int day = 0; day < 350; day++) {
            LocalDate on = UsageBooks.MONDAY.plusDays(day);
            double share = calendar.isBusinessDay(on) ? 1 : 0.1;
            UsageBooks.use(acme, "u" + day, on, on, 500 * share * (1 + 0.05 * random.nextGaussian()));
        }
        EarlyWarning policy =
                usageOnly(alone().grain(Grain.DAY).startUp(28).memory(56).looksFor(Sides.BOTH));
        Book book = book(49, acme);

        assertThat(policy.resolve(book.provides(), calendar)
                        .orThrow()
                        .look(book)
                        .alarms())
                .isEmpty();
        assertThat(UsageBooks.watch(policy, book).look(book).alarms())
                .as("without the calendar, a holiday looks like a fall")
                .isNotEmpty();
    }

    @Test
    void customerWhoWasLost_isWatchedUntilThen() {
        Customer.Builder gone = UsageBooks.using("gone", 40, week -> 100 + week % 3);
        Book book = book(59, gone);
        BookWatch watch = UsageBooks.watch(usageOnly(alone()), book);

        assertThat(watch.look(book).alarms()).hasSize(1);
        assertThat(watch.untilLost(view -> java.util.Optional.of(UsageBooks.MONDAY.plusWeeks(40)))
                        .look(book)
                        .alarms())
                .isEmpty();
    }

    /** So many owners by turns; what changes first is worth most. */
    private static Recipients shared(int owners) {
        return new Recipients() {
            @Override
            public Optional<String> owner(CustomerView view, LocalDate on) {
                return Optional.of("csm-" + Math.floorMod(view.customerId().hashCode(), owners));
            }

            @Override
            public double worth(CustomerView view, LocalDate on) {
                return view.customerId().equals("z") ? 1 : 100;
            }
        };
    }

    @Test
    void leadFigures_keepTheBudget_soThatWhatIsWorthLessComesLaterOrNever() {
        List<Customer.Builder> customers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            customers.add(UsageBooks.using("a" + i, 60, week -> (week < 40 ? 100 : 40) + week % 3));
        }
        customers.add(UsageBooks.using("z", 60, week -> (week < 40 ? 100 : 40) + week % 3));
        Book book = UsageBooks.at(UsageBooks.facts(customers), 65);
        LocalDate lost = UsageBooks.MONDAY.plusWeeks(60);
        AlertEvaluation.Span span = new AlertEvaluation.Span(UsageBooks.MONDAY, book.date(), 200);
        List<AlertEvaluation.Event> losses = List.of(new AlertEvaluation.Event("z", lost));
        EarlyWarning policy = usageOnly(alone());
        List<Wanted> own = List.of(policy.wanted());

        AlertEvaluation generous = UsageBooks.watch(withBudget(policy, 100), book)
                .leadFigures(book, losses, span, shared(1), own)
                .get(0)
                .evaluation();
        AlertEvaluation fourAWeek = UsageBooks.watch(withBudget(policy, 4), book)
                .leadFigures(book, losses, span, shared(1), own)
                .get(0)
                .evaluation();
        AlertEvaluation oneAWeek = UsageBooks.watch(withBudget(policy, 1), book)
                .leadFigures(book, losses, span, shared(1), own)
                .get(0)
                .evaluation();

        double lead = generous.medianLead().orElseThrow();
        assertThat(lead).isGreaterThan(100);
        assertThat(fourAWeek.medianLead()).as("in the fourth week").hasValue(lead - 21 + daysToMonday(lost, lead));
        assertThat(oneAWeek.missed())
                .as("no longer fresh when its turn would come")
                .hasSize(1);
    }

    /** Budgets begin anew on Mondays: what was found in the week waits less than a week for the first. */
    private static double daysToMonday(LocalDate lost, double lead) {
        LocalDate found = lost.minusDays((long) lead);
        return found.getDayOfWeek().getValue() - 1;
    }

    private static EarlyWarning withBudget(EarlyWarning policy, int perOwnerAndWeek) {
        Alerting alerting = policy.alerting();
        return EarlyWarning.builder()
                .from(policy)
                .alerting(new Alerting(alerting.freshDays(), alerting.coolOffDays(), perOwnerAndWeek))
                .build();
    }

    @Test
    void leadFigures_areMeasured_atEachThreshold() {
        List<Customer.Builder> customers = UsageBooks.random(3, 30);
        customers.add(UsageBooks.using(
                "z", 61, week -> 100 * (week < 40 ? 1 : Math.max(0.3, 1 - (week - 40) * 0.04)) + week % 3));
        Book book = UsageBooks.at(UsageBooks.facts(customers), 69);
        LocalDate lost = UsageBooks.MONDAY.plusWeeks(60);
        BookWatch watch = UsageBooks.watch(UsageBooks.policy(), book)
                .untilLost(view ->
                        view.customerId().equals("z") ? java.util.Optional.of(lost) : java.util.Optional.empty());
        AlertEvaluation.Span span = new AlertEvaluation.Span(UsageBooks.MONDAY, book.date(), 150);

        List<LeadFigure> figures = watch.leadFigures(
                book,
                List.of(new AlertEvaluation.Event("z", lost)),
                span,
                shared(3),
                List.of(new Wanted.RunLength(2000), new Wanted.RunLength(20)));

        assertThat(figures.get(0).evaluation().medianLead().orElseThrow()).isBetween(60.0, 120.0);
        assertThat(figures.get(1).evaluation().medianLead().orElseThrow())
                .isGreaterThanOrEqualTo(figures.get(0).evaluation().medianLead().orElseThrow());
        assertThat(figures.get(1).evaluation().falseAlerts())
                .hasSizeGreaterThan(figures.get(0).evaluation().falseAlerts().size());
        assertThat(figures.get(1).evaluation().falseAlertsPerOwnerAndMonth())
                .isGreaterThan(figures.get(0).evaluation().falseAlertsPerOwnerAndMonth());
    }

    @Test
    void periodThatIsNotSettled_isNotLookedAt() {
        Customer.Builder late = UsageBooks.using("late", 42, week -> week < 40 ? 100 : 5);
        EarlyWarning now = usageOnly(alone());
        EarlyWarning settled = EarlyWarning.builder().from(now).settlingDays(14).build();
        Book book = book(41, late);

        assertThat(UsageBooks.watch(now, book).look(book).alarms()).hasSize(1);
        assertThat(UsageBooks.watch(settled, book).look(book).alarms()).isEmpty();
        assertThat(UsageBooks.watch(settled, book).look(book).state().through().get("usage"))
                .isEqualTo(UsageBooks.MONDAY.plusWeeks(39).plusDays(6));
    }

    @Test
    void customerWhoseSeriesFails_isNotWatched_andTheOthersAre() {
        AttributeKey<Double> quantity = Usage.QUANTITY;
        record Account(String id) {}
        ViewAdapter<Account> adapter = ViewAdapter.builder(Account::id)
                .series(
                        Usage.SERIES,
                        account -> weeks(),
                        entry -> entry.at(week -> UsageBooks.MONDAY.plusWeeks(week))
                                .field(quantity, week -> week < 60 ? 100.0 : 10.0))
                .build();
        List<Account> accounts = List.of(new Account("a"), new Account("b"));
        Book book =
                Facts.of(adapter, accounts).in(ZoneOffset.UTC, CurrencyUnit.EUR).asOf(UsageBooks.endOf(65));
        BookWatch watch = UsageBooks.watch(usageOnly(alone()), book).untilLost(view -> {
            if (view.customerId().equals("a")) {
                throw new IllegalStateException("broken\nhere");
            }
            return java.util.Optional.empty();
        });

        WatchedBook watched = watch.look(book);

        assertThat(watched.notWatched()).containsExactly(new WatchedBook.NotWatched("a", "all", "failed: broken here"));
        assertThat(watched.alarms()).extracting(Alarm::customerId).containsExactly("b");
    }

    private static List<Integer> weeks() {
        return java.util.stream.IntStream.range(0, 66).boxed().toList();
    }

    @Test
    void policyThatDoesNotFitTheBook_isRefused_withAllThatIsWrong() {
        EarlyWarning policy = UsageBooks.builder()
                .series(List.of(
                        UsageBooks.usage().series("usages").build(),
                        UsageBooks.usage()
                                .code("b")
                                .aggregation(new Aggregation.Sum("quantitty"))
                                .build(),
                        UsageBooks.usage()
                                .code("c")
                                .aggregation(new Aggregation.Distinct("quantity"))
                                .whenSparse(java.util.Optional.empty())
                                .build()))
                .build();
        Set<SeriesKey<?>> series = Set.of(Usage.SERIES);

        Checked<BookWatch> checked = policy.resolve(
                new dev.rapport.model.attribute.Requirements(Set.of(), series), BusinessCalendar.weekdays());

        assertThat(checked.isValid()).isFalse();
        assertThat(checked.problems().render())
                .contains("series \"usages\" is not fed")
                .contains("Maybe \"usage\".")
                .contains("field \"quantitty\" of series usage must be one of its number fields")
                .contains("field \"quantity\" of series usage must be one of its text fields");
    }

    @Test
    void seriesThatCannotBe_isRefused_withAWayOut() {
        assertThatThrownBy(() ->
                        UsageBooks.usage().whenSparse(new Method.Cusum(0.2, 1)).build())
                .hasMessage("whenSparse must be a method for counts.\nMaybe \"counts\" or \"silence\".");
        assertThatThrownBy(() -> UsageBooks.usage().peers(2).build()).hasMessage("peers (2) must be at least 3.");
        assertThatThrownBy(() -> UsageBooks.builder()
                        .addSeries(UsageBooks.usage().build())
                        .build())
                .hasMessage("code (usage) of series must be taken once.");
    }

    @Test
    void falseAlertsByOwner_areSharedOutAmongTheSeries() {
        Wanted wanted = new Wanted.FalseAlerts(1, 40);

        assertThat(wanted.runLength(Grain.WEEK, 2)).isCloseTo(40 * 2 * 365.25 / 12 / 7, offset(1e-9));
        assertThat(wanted.runLength(Grain.DAY, 1)).isCloseTo(40 * 365.25 / 12, offset(1e-9));
    }
}
