package dev.rapport.health.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Figures of drawn books, against ones that are counted from what was drawn, contract by contract and day by day. */
class RetentionProperties {

    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private static RetentionDefinition definition(Random random) {
        return RetentionDefinition.builder()
                .churnDate(ChurnDate.values()[random.nextInt(2)])
                .unsigned(UnsignedRenewal.values()[random.nextInt(3)])
                .graceDays(random.nextInt(120))
                .build();
    }

    private static RevenueHistory history(RandomBooks book, RetentionDefinition definition) {
        return RevenueHistory.monthly(book.facts, RandomBooks.asOf(), 12, definition, EUR);
    }

    private static String key(Level level, RandomBooks.Drawn contract, String product) {
        return switch (level) {
            case ACCOUNT -> contract.customer;
            case CONTRACT -> contract.customer + "/" + contract.chain;
            case LINE -> contract.customer + "/" + contract.chain + "/" + product;
        };
    }

    /** What counts, in cents, and what is pending. */
    private record Naive(Map<String, Long> counted, Map<String, Long> pending) {

        static Naive on(RandomBooks book, RetentionDefinition definition, Level level, LocalDate day) {
            Map<String, Long> counted = new TreeMap<>();
            Map<String, Long> pending = new TreeMap<>();
            for (RandomBooks.Drawn contract : book.contracts) {
                boolean followed = book.contracts.stream()
                        .anyMatch(other ->
                                other.predecessor.filter(contract.id::equals).isPresent() && !other.start.isAfter(day));
                boolean noticed =
                        contract.notice.filter(given -> !given.isAfter(day)).isPresent();
                boolean inForce = contract.isInForceOn(day);
                boolean overdue = !inForce
                        && !contract.end.isAfter(day)
                        && contract.end.plusDays(definition.graceDays()).isAfter(day)
                        && !noticed
                        && !followed;
                for (RandomBooks.Line line : contract.lines) {
                    String key = key(level, contract, line.product());
                    boolean left = definition.churnDate() == ChurnDate.NOTICE && noticed && !followed;
                    boolean kept = overdue && definition.unsigned() == UnsignedRenewal.RENEWED;
                    if ((inForce && !left) || kept) {
                        counted.merge(key, line.cents(), Long::sum);
                    } else if (overdue && definition.unsigned() == UnsignedRenewal.PENDING) {
                        pending.merge(key, line.cents(), Long::sum);
                    }
                }
            }
            return new Naive(counted, pending);
        }

        long counted(String key) {
            return counted.getOrDefault(key, 0L);
        }

        long pending(String key) {
            return pending.getOrDefault(key, 0L);
        }
    }

    private static Money euros(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    @Property(tries = 300)
    void bridges_areThoseOfTheNaiveCount_atEveryLevel(@ForAll long seed) {
        Random random = new Random(seed);
        RandomBooks book = new RandomBooks(random);
        RetentionDefinition definition = definition(random);
        RevenueHistory history = history(book, definition);
        for (Level level : Level.values()) {
            List<ArrBridge> bridges = new ArrayList<>(history.steps(level));
            bridges.add(history.whole(level));
            for (ArrBridge bridge : bridges) {
                assertIsNaive(bridge, book, definition);
            }
        }
    }

    private static void assertIsNaive(ArrBridge bridge, RandomBooks book, RetentionDefinition definition) {
        Naive then = Naive.on(book, definition, bridge.level(), bridge.from());
        Naive now = Naive.on(book, definition, bridge.level(), bridge.to());
        TreeSet<String> keys = new TreeSet<>();
        book.contracts.forEach(
                contract -> contract.lines.forEach(line -> keys.add(key(bridge.level(), contract, line.product()))));
        Map<ArrBridge.Kind, Long> sums = new TreeMap<>();
        long kept = 0;
        long net = 0;
        long base = 0;
        int logos = 0;
        int logosKept = 0;
        for (String key : keys) {
            long before = then.counted(key) + then.pending(key);
            long after = now.counted(key) + now.pending(key);
            boolean paidBefore = book.contracts.stream()
                    .anyMatch(contract -> !contract.start.isAfter(bridge.from())
                            && contract.lines.stream()
                                    .anyMatch(line -> key(bridge.level(), contract, line.product())
                                            .equals(key)));
            if (after > before) {
                ArrBridge.Kind kind = before > 0
                        ? ArrBridge.Kind.EXPANSION
                        : paidBefore ? ArrBridge.Kind.REACTIVATION : ArrBridge.Kind.NEW;
                sums.merge(kind, after - before, Long::sum);
            } else if (after < before) {
                sums.merge(after == 0 ? ArrBridge.Kind.CHURN : ArrBridge.Kind.CONTRACTION, before - after, Long::sum);
            }
            long paid = then.counted(key);
            if (paid > 0) {
                long still = Math.min(paid, now.counted(key));
                long open = Math.min(now.pending(key), paid - still);
                kept += still;
                net += now.counted(key);
                base += paid - open;
                boolean isOpen = now.counted(key) == 0 && open > 0;
                logos += isOpen ? 0 : 1;
                logosKept += now.counted(key) > 0 ? 1 : 0;
            }
        }
        for (ArrBridge.Kind kind : ArrBridge.Kind.values()) {
            assertThat(bridge.total(kind))
                    .as(bridge.level() + " " + kind)
                    .isEqualTo(euros(sums.getOrDefault(kind, 0L)));
        }
        RetentionRates rates = bridge.rates();
        assertThat(rates.gross().kept()).isEqualByComparingTo(euros(kept).getAmount());
        assertThat(rates.gross().of()).isEqualByComparingTo(euros(base).getAmount());
        assertThat(rates.net().kept()).isEqualByComparingTo(euros(net).getAmount());
        assertThat(rates.logo().of().intValueExact()).isEqualTo(logos);
        assertThat(rates.logo().kept().intValueExact()).isEqualTo(logosKept);
    }

    private static Money closingByParts(ArrBridge bridge) {
        return bridge.opening()
                .plus(bridge.currency())
                .plus(bridge.transferred())
                .plus(bridge.total(ArrBridge.Kind.NEW))
                .plus(bridge.total(ArrBridge.Kind.EXPANSION))
                .plus(bridge.total(ArrBridge.Kind.REACTIVATION))
                .minus(bridge.total(ArrBridge.Kind.CONTRACTION))
                .minus(bridge.total(ArrBridge.Kind.CHURN))
                .minus(bridge.becamePending());
    }

    @Property(tries = 200)
    void months_chain_andPartsSumToTheClosing_toTheCent(@ForAll long seed) {
        Random random = new Random(seed);
        RevenueHistory history = history(new RandomBooks(random), definition(random));
        Money closing = null;
        for (Level level : Level.values()) {
            List<ArrBridge> steps = history.steps(level);
            ArrBridge whole = history.whole(level);
            assertThat(steps).hasSize(12);
            assertThat(steps.get(0).opening()).isEqualTo(whole.opening());
            assertThat(steps.get(11).closing()).isEqualTo(whole.closing());
            assertThat(closingByParts(whole)).isEqualTo(whole.closing());
            for (int i = 0; i < 12; i++) {
                assertThat(closingByParts(steps.get(i))).isEqualTo(steps.get(i).closing());
                assertThat(i == 0 ? whole.opening() : steps.get(i - 1).closing())
                        .isEqualTo(steps.get(i).opening());
            }
            assertThat(closing == null ? whole.closing() : closing)
                    .as("levels agree")
                    .isEqualTo(whole.closing());
            closing = whole.closing();
        }
    }

    @Property(tries = 200)
    void expansion_neverLeaksIntoGross_andNetIsGrossAndWhatGrew(@ForAll long seed) {
        Random random = new Random(seed);
        RandomBooks book = new RandomBooks(random);
        RevenueHistory history = history(book, definition(random));
        for (Level level : Level.values()) {
            ArrBridge whole = history.whole(level);
            RetentionRates rates = whole.rates();
            assertThat(rates.gross().kept()).isLessThanOrEqualTo(rates.gross().of());
            assertThat(rates.gross().kept()).isLessThanOrEqualTo(rates.net().kept());
            Money grew = Money.zero(CurrencyUnit.EUR);
            for (ArrChange change : whole.changes()) {
                Money more = change.closing().minus(change.opening());
                grew = change.opening().isPositive() && more.isPositive() ? grew.plus(more) : grew;
            }
            assertThat(rates.net().kept().subtract(rates.gross().kept())).isEqualByComparingTo(grew.getAmount());
            if (history.definition().unsigned() != UnsignedRenewal.PENDING) {
                assertThat(grew).isEqualTo(whole.total(ArrBridge.Kind.EXPANSION));
                assertThat(rates.gross().of().subtract(rates.gross().kept()))
                        .isEqualByComparingTo(whole.total(ArrBridge.Kind.CONTRACTION)
                                .plus(whole.total(ArrBridge.Kind.CHURN))
                                .getAmount());
            }
        }
    }

    @Property(tries = 100)
    void noUnit_keepsMoreThanItHad(@ForAll long seed) {
        Random random = new Random(seed);
        RandomBooks book = new RandomBooks(random);
        RetentionDefinition definition = definition(random);
        ArrBridge whole = history(book, definition).whole(Level.CONTRACT);
        for (ArrChange change : whole.changes()) {
            assertThat(change.kept()).isLessThanOrEqualTo(change.opening());
            if (change.kind().filter(ArrBridge.Kind.EXPANSION::equals).isPresent()
                    && change.pending().isZero()) {
                assertThat(change.kept()).isEqualTo(change.opening());
            }
        }
    }

    @Property(tries = 200)
    void finerLevel_neverHasMoreGrossRetention(@ForAll long seed) {
        Random random = new Random(seed);
        RetentionDefinition definition = RetentionDefinition.builder()
                .churnDate(ChurnDate.values()[random.nextInt(2)])
                .unsigned(random.nextBoolean() ? UnsignedRenewal.LOST : UnsignedRenewal.RENEWED)
                .graceDays(random.nextInt(120))
                .build();
        RevenueHistory history = history(new RandomBooks(random), definition);
        double above = 1;
        for (Level level : Level.values()) {
            OptionalDouble gross = history.whole(level).rates().gross().share();
            assertThat(gross.orElse(0)).isLessThanOrEqualTo(above + 1e-12);
            above = gross.orElse(above);
        }
    }

    @Property(tries = 200)
    void segments_sumToTheBook_toTheCent(@ForAll long seed) {
        Random random = new Random(seed);
        RevenueHistory history = history(new RandomBooks(random), definition(random));
        for (Level level : Level.values()) {
            ArrBridge whole = history.whole(level);
            List<ArrBridge> parts = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                int number = part;
                parts.add(history.only(unit -> unit.customerId().hashCode() % 3 == number)
                        .whole(level));
            }
            for (ArrBridge.Kind kind : ArrBridge.Kind.values()) {
                assertThat(sum(parts, part -> part.total(kind))).isEqualTo(whole.total(kind));
                assertThat(parts.stream().mapToInt(part -> part.count(kind)).sum())
                        .isEqualTo(whole.count(kind));
            }
            assertThat(sum(parts, ArrBridge::opening)).isEqualTo(whole.opening());
            assertThat(sum(parts, ArrBridge::closing)).isEqualTo(whole.closing());
            assertThat(sum(parts, ArrBridge::pending)).isEqualTo(whole.pending());
            assertThat(sum(parts, ArrBridge::becamePending)).isEqualTo(whole.becamePending());
        }
    }

    private static Money sum(List<ArrBridge> parts, Function<ArrBridge, Money> amount) {
        return Money.total(CurrencyUnit.EUR, parts.stream().map(amount).toList());
    }

    @Property(tries = 200)
    void trailing_isTheCohort_ofABookThatNobodyJoins(@ForAll long seed) {
        Random random = new Random(seed);
        RandomBooks book = new RandomBooks(random);
        RetentionDefinition definition = RetentionDefinition.STANDARD.unsignedAs(UnsignedRenewal.LOST);
        RevenueHistory all = history(book, definition);
        TreeSet<RevenueUnit> opening = new TreeSet<>();
        for (ArrChange change : all.whole(Level.CONTRACT).changes()) {
            if (change.opening().isPositive()) {
                opening.add(change.unit());
            }
        }
        for (ArrBridge step : all.steps(Level.CONTRACT)) {
            step.movements().stream()
                    .filter(change -> change.kind().orElseThrow() == ArrBridge.Kind.REACTIVATION)
                    .forEach(change -> opening.remove(change.unit()));
        }
        RevenueHistory closed = all.only(opening::contains);
        RetentionRates trailing = closed.trailing(Level.CONTRACT);
        RetentionRates cohort = closed.whole(Level.CONTRACT).rates();
        trailing.net()
                .share()
                .ifPresent(share ->
                        assertThat(share).isCloseTo(cohort.net().share().orElseThrow(), within(1e-9)));
    }

    @Property(tries = 200)
    void cohorts_sumToTheWaterfall(@ForAll long seed) {
        Random random = new Random(seed);
        RevenueHistory history = history(new RandomBooks(random), definition(random));
        for (Level level : Level.values()) {
            for (CohortGrain grain : CohortGrain.values()) {
                CohortTable table = CohortTable.of(history, level, grain);
                List<ArrBridge> steps = history.steps(level);
                for (int i = 0; i < table.dates().size(); i++) {
                    int date = i;
                    Money column = Money.total(
                            CurrencyUnit.EUR,
                            table.rows().stream()
                                    .map(row -> row.cells().get(date).arr())
                                    .toList());
                    assertThat(column)
                            .isEqualTo(
                                    i == 0
                                            ? steps.get(0).opening()
                                            : steps.get(i - 1).closing());
                }
                table.rows()
                        .forEach(row -> row.cells()
                                .forEach(cell -> assertThat(cell.units()).isBetween(0, row.started())));
            }
        }
        List<ArrBridge> steps = history.steps(Level.CONTRACT);
        CohortTable months = CohortTable.of(history, Level.CONTRACT, CohortGrain.MONTH);
        for (int i = 0; i < steps.size(); i++) {
            int date = i + 1;
            Money started = Money.zero(CurrencyUnit.EUR);
            for (CohortTable.Row row : months.rows()) {
                boolean isOfMonth = row.cohort()
                        .equals(CohortGrain.MONTH.cohort(steps.get(i).to()));
                started = isOfMonth ? started.plus(row.cells().get(date).arr()) : started;
            }
            Money became = Money.zero(CurrencyUnit.EUR);
            for (ArrChange change : steps.get(i).changes()) {
                boolean isNew = change.kind().filter(ArrBridge.Kind.NEW::equals).isPresent();
                became = isNew ? became.plus(change.closing()) : became;
            }
            assertThat(started)
                    .as("who started in the month is what is new in it")
                    .isEqualTo(became);
        }
    }

    @Property(tries = 200)
    void renewalsDue_areTheTermsThatRanOut_andReconcileWithTheMonths(@ForAll long seed) {
        Random random = new Random(seed);
        RandomBooks book = new RandomBooks(random);
        RetentionDefinition definition = RetentionDefinition.STANDARD.unsignedAs(UnsignedRenewal.LOST);
        RevenueHistory history = history(book, definition);
        RenewalsDue due = RenewalsDue.of(history, Level.CONTRACT);
        Money expected = Money.zero(CurrencyUnit.EUR);
        int terms = 0;
        int kept = 0;
        for (int i = 1; i < history.dates().size(); i++) {
            LocalDate then = history.dates().get(i - 1);
            LocalDate now = history.dates().get(i);
            for (RandomBooks.Drawn contract : book.contracts) {
                if (contract.isInForceOn(then) && !contract.isInForceOn(now)) {
                    terms++;
                    kept += book.contracts.stream()
                                    .anyMatch(next -> next.chain.equals(contract.chain) && next.isInForceOn(now))
                            ? 1
                            : 0;
                    expected = expected.plus(euros(contract.lines.stream()
                            .mapToLong(RandomBooks.Line::cents)
                            .sum()));
                }
            }
        }
        assertThat(due.renewals()).hasSize(terms);
        assertThat(due.rates().logo().kept().intValueExact()).isEqualTo(kept);
        assertThat(due.rates().gross().of()).isEqualByComparingTo(expected.getAmount());
        Money lost = Money.zero(CurrencyUnit.EUR);
        for (ArrBridge step : history.steps(Level.CONTRACT)) {
            lost = lost.plus(step.total(ArrBridge.Kind.CHURN)).plus(step.total(ArrBridge.Kind.CONTRACTION));
        }
        assertThat(expected.minus(Money.of(CurrencyUnit.EUR, due.rates().gross().kept())))
                .as("contracts change only when they are renewed, so all losses are losses at a renewal")
                .isEqualTo(lost);
    }
}
