package dev.rapport.engagement.overview;

import dev.rapport.engagement.overview.Proposal.AmountRange;
import dev.rapport.engagement.overview.Proposal.Kind;
import dev.rapport.health.atrisk.SavePlay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A candidate that is the same thing to be done with several customers. */
final class Matters implements Candidate {

    private static final long SEED = 1;
    private static final int YEARS = 2_000;
    private static final double TAIL = 0.05;

    /** Beyond so many customers their chances even out: the sum is as good as normal (P. Billingsley, 1995, section 27). */
    private static final int MANY = 400;

    private static final double NORMAL_TAIL = 1.6448536269514722;

    private final Kind kind;
    private final String subject;
    private final Optional<String> accountable;
    private final List<Matter> matters;
    private final Price price;
    private final LocalDate today;
    private final CurrencyUnit currency;

    /** What the work costs: so much in all, and so much for each hour of the plays; empty if it is not known. */
    record Price(Optional<BigDecimal> once, Optional<BigDecimal> hourly) {}

    private Matters(Draft draft, LocalDate today, CurrencyUnit currency) {
        this.kind = draft.kind;
        this.subject = draft.subject;
        this.accountable = draft.accountable;
        this.matters = draft.matters.stream().sorted(Matter.MOST_FIRST).toList();
        this.price = draft.price;
        this.today = today;
        this.currency = currency;
    }

    /** What is to be done, and with whom. */
    static final class Draft {
        private final Kind kind;
        private final String subject;
        private final Optional<String> accountable;
        private final List<Matter> matters;
        private final Price price;

        Draft(Kind kind, String subject, Optional<String> accountable, List<Matter> matters, Price price) {
            this.kind = kind;
            this.subject = subject;
            this.accountable = accountable;
            this.matters = matters;
            this.price = price;
        }

        Matters on(LocalDate today, CurrencyUnit currency) {
            return new Matters(this, today, currency);
        }
    }

    private List<Matter> left(Set<String> taken) {
        return matters.stream()
                .filter(matter -> !taken.contains(matter.customer()))
                .toList();
    }

    @Override
    public Optional<Proposal> without(Set<String> taken) {
        List<Matter> left = left(taken);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        boolean knowsGain = left.stream().allMatch(Matter::knowsGain);
        double hours = left.stream().mapToDouble(Matter::hours).sum();
        double hourly = price.hourly().map(BigDecimal::doubleValue).orElse(0.0);
        double perWeek = 0;
        for (Matter matter : left) {
            double brings = knowsGain ? matter.gain() : matter.loss();
            perWeek += (brings - matter.hours() * hourly) / Matter.weeks(today, deadline(matter));
        }
        LocalDate first =
                left.stream().map(this::deadline).min(Comparator.naturalOrder()).orElseThrow();
        double once = price.once().map(BigDecimal::doubleValue).orElse(0.0);
        perWeek -= once / Matter.weeks(today, first);
        if (!(perWeek > 0)) {
            return Optional.empty();
        }
        Proposal.Builder proposal = new Proposal.Builder()
                .kind(kind)
                .subject(subject)
                .accountable(accountable)
                .means(mostPlayed(left))
                .deadline(first)
                .customers(left.stream().map(Matter::customer).toList())
                .arr(left.stream().map(Matter::arr).reduce(Money.zero(currency), Money::plus))
                .hours(hours > 0 ? OptionalDouble.of(hours) : OptionalDouble.empty())
                .cost(cost(hours))
                .lossOtherwise(money(left.stream().mapToDouble(Matter::loss).sum()))
                .perWeek(perWeek);
        return Optional.of(
                knowsGain
                        ? proposal.gain(money(
                                        left.stream().mapToDouble(Matter::gain).sum()))
                                .build()
                        : proposal.build());
    }

    private LocalDate deadline(Matter matter) {
        LocalDate tomorrow = today.plusDays(1);
        return matter.deadline().isBefore(tomorrow) ? tomorrow : matter.deadline();
    }

    private Optional<Money> cost(double hours) {
        return price.once()
                .flatMap(once -> hours > 0
                        ? price.hourly().map(hourly -> money(once.doubleValue() + hours * hourly.doubleValue()))
                        : Optional.of(money(once.doubleValue())));
    }

    /** The play that is run for most; of several the first by its code. */
    private static Optional<String> mostPlayed(List<Matter> left) {
        Map<String, Integer> plays = new TreeMap<>();
        left.forEach(matter -> matter.play().map(SavePlay::code).ifPresent(code -> plays.merge(code, 1, Integer::sum)));
        return plays.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
    }

    @Override
    public Proposal ranged(Proposal proposal, Set<String> taken) {
        Proposal.Builder ranged = new Proposal.Builder().from(proposal);
        return proposal.gain().isEmpty()
                ? ranged.lossRange(range(left(taken), Matter::probabilityLost)).build()
                : ranged.range(range(left(taken), Matter::probabilitySaved)).build();
    }

    /** What is at stake with those who are drawn, each independent of the others. */
    private AmountRange range(List<Matter> left, ToDoubleFunction<Matter> probability) {
        if (left.size() > MANY) {
            double mean = left.stream()
                    .mapToDouble(matter -> probability.applyAsDouble(matter) * matter.stake())
                    .sum();
            double variance = left.stream()
                    .mapToDouble(matter -> probability.applyAsDouble(matter)
                            * (1 - probability.applyAsDouble(matter))
                            * matter.stake()
                            * matter.stake())
                    .sum();
            double away = NORMAL_TAIL * Math.sqrt(variance);
            return new AmountRange(money(Math.max(0, mean - away)), money(mean + away));
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[YEARS];
        for (int year = 0; year < YEARS; year++) {
            for (Matter matter : left) {
                drawn[year] += random.nextDouble() < probability.applyAsDouble(matter) ? matter.stake() : 0;
            }
        }
        Arrays.sort(drawn);
        return new AmountRange(money(drawn[(int) (TAIL * YEARS)]), money(drawn[YEARS - 1 - (int) (TAIL * YEARS)]));
    }

    private Money money(double amount) {
        return Money.of(currency, BigDecimal.valueOf(amount), RoundingMode.HALF_EVEN);
    }
}
