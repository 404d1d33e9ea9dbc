package dev.rapport.health.override;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.Health;
import dev.rapport.health.HealthOverride;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Overrides against what then happened: who was right, the one who overrode or the score, owner by owner. Immutable.
 *
 * <p>What was computed is replayed as of the moment at which the override began or was recorded, whichever is later, with
 * what was known then. The first outcome from then on judges both.
 *
 * <pre>{@code
 * OverrideRule rule = new OverrideRule(Set.of("red"), Set.of("churned"), 90);
 * OverrideReport report = OverrideReport.of(facts::asOf, asOf, scorecard, rule);
 * report.byOwner().get("csm-ada").get(OverrideVerdict.SCORE_RIGHT); // how often the score knew better than Ada
 * }</pre>
 */
public final class OverrideReport {

    private final List<JudgedOverride> lines;

    private OverrideReport(List<JudgedOverride> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Judges all overrides that a cut sees and that had begun by then.
     *
     * @param books  cuts the facts at any instant, as {@code facts::asOf}
     * @param asOf  the cut whose outcomes judge
     * @param strategy  computes what is overridden; of one that heeds overrides, what it computes without them
     * @param rule  how to judge
     * @return the report
     */
    public static OverrideReport of(Function<AsOf, Book> books, AsOf asOf, HealthStrategy strategy, OverrideRule rule) {
        requireNonNull(rule, "rule");
        Book now = books.apply(asOf);
        Map<AsOf, Book> cuts = new HashMap<>();
        List<JudgedOverride> lines = new ArrayList<>();
        for (CustomerView view : now.customers()) {
            for (HealthOverride override : view.series(HealthOverride.SERIES)) {
                Instant began = began(override, now.zone());
                if (OverriddenHealth.isWhole(override) && began.isBefore(asOf.validAt())) {
                    Book then = cuts.computeIfAbsent(AsOf.of(began), books);
                    judge(view, override, began, then, strategy, rule).ifPresent(lines::add);
                }
            }
        }
        return new OverrideReport(lines);
    }

    private static Instant began(HealthOverride override, ZoneId zone) {
        Instant from = override.entry()
                .find(HealthOverride.FROM)
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(override.entry().at());
        Instant recorded = override.entry().recordedAt();
        return recorded.isAfter(from) ? recorded : from;
    }

    private static Optional<JudgedOverride> judge(
            CustomerView now,
            HealthOverride override,
            Instant began,
            Book then,
            HealthStrategy strategy,
            OverrideRule rule) {
        Optional<CustomerView> before = then.find(now.customerId());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Health health = strategy.decide(before.get(), Memory.empty()).computed();
        Optional<String> stated = override.bandAmong(health.bands());
        boolean isOurs = override.policy().map(health.policy().id()::equals).orElse(true);
        if (stated.isEmpty() || !isOurs) {
            return Optional.empty();
        }
        Instant end = override.until()
                .plusDays(rule.withinDays())
                .atStartOfDay(now.zone())
                .toInstant();
        Optional<Outcome> outcome = now.series(Outcome.SERIES).stream()
                .filter(one ->
                        !one.entry().at().isBefore(began) && one.entry().at().isBefore(end))
                .findFirst();
        JudgedOverride.Bands bands = new JudgedOverride.Bands(stated.get(), health.band());
        return Optional.of(new JudgedOverride(
                now.customerId(),
                override,
                bands,
                outcome,
                verdict(bands, outcome, rule),
                before.get().find(StandardAttributes.ARR)));
    }

    private static OverrideVerdict verdict(JudgedOverride.Bands bands, Optional<Outcome> outcome, OverrideRule rule) {
        if (outcome.isEmpty()) {
            return OverrideVerdict.OPEN;
        }
        if (bands.computed().equals(Band.UNKNOWN)) {
            return OverrideVerdict.NO_SCORE;
        }
        boolean lost = rule.lost().contains(outcome.get().kind());
        boolean statedRight = rule.badBands().contains(bands.stated()) == lost;
        boolean computedRight = rule.badBands().contains(bands.computed()) == lost;
        if (statedRight) {
            return computedRight ? OverrideVerdict.BOTH_RIGHT : OverrideVerdict.OVERRIDE_RIGHT;
        }
        return computedRight ? OverrideVerdict.SCORE_RIGHT : OverrideVerdict.BOTH_WRONG;
    }

    /**
     * Every override that could be judged or will be.
     *
     * @return the lines by customer, then by the beginning of the record
     */
    public List<JudgedOverride> lines() {
        return lines;
    }

    /**
     * How often each owner was right.
     *
     * @return the number of overrides by owner and verdict, owners sorted; every verdict is there
     */
    public Map<String, Map<OverrideVerdict, Integer>> byOwner() {
        Map<String, Map<OverrideVerdict, Integer>> owners = new TreeMap<>();
        for (JudgedOverride line : lines) {
            owners.computeIfAbsent(line.override().owner(), absent -> none()).merge(line.verdict(), 1, Integer::sum);
        }
        owners.replaceAll((owner, verdicts) -> Collections.unmodifiableMap(verdicts));
        return Collections.unmodifiableMap(owners);
    }

    private static Map<OverrideVerdict, Integer> none() {
        Map<OverrideVerdict, Integer> counts = new EnumMap<>(OverrideVerdict.class);
        for (OverrideVerdict verdict : OverrideVerdict.values()) {
            counts.put(verdict, 0);
        }
        return counts;
    }
}
