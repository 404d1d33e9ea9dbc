package dev.rapport.health;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.BandLimits;
import dev.rapport.health.band.Bands;
import dev.rapport.health.band.EvaluationDates;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Standing;
import dev.rapport.model.memory.Subject;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Turns scores into bands with memory, for one customer as for many.
 *
 * <p>Two things are remembered, and only of evaluation dates: the band, and the bands beyond it that were found on the last
 * evaluation dates in a row, until they are enough for a change.
 */
final class Banding {

    static final String ASPECT = "band";

    private final Bands bands;
    private final PolicyRef policy;
    private final Memory memory;
    private final AsOf asOf;
    private final ZoneId zone;
    private final boolean isEvaluated;

    Banding(Bands bands, PolicyRef policy, Memory memory, AsOf asOf, ZoneId zone) {
        this.bands = bands;
        this.policy = policy;
        this.memory = memory;
        this.asOf = asOf;
        this.zone = zone;
        // The date takes a calendar: what is evaluated daily does without
        this.isEvaluated = bands.evaluated() instanceof EvaluationDates.Daily
                || bands.evaluated().includes(asOf.date(zone));
    }

    /** A band, whether it is another than before, and what is to be remembered of it. */
    record Banded(Standing standing, boolean changed, List<Remembered> toRemember) {}

    /** A band, and what was found beyond it in a row. */
    private record Found(String band, Beyond beyond) {}

    /**
     * The band of a customer.
     *
     * @param score  the score, NaN if unknown
     * @param limits  what it must not be above or below
     */
    Banded decide(String customerId, double score, BandLimits limits) {
        Subject subject = new Subject(customerId, policy.id(), ASPECT);
        Optional<Standing> was = memory.isEmpty() ? Optional.empty() : memory.standing(subject, asOf);
        Optional<Standing> before = was.isEmpty() || bands.confirmations() == 1
                ? Optional.empty()
                : memory.standing(beyond(customerId), asOf);
        Found found = find(score, was, before.map(Standing::value).map(Beyond::parse), limits);
        Standing standing = was.isPresent()
                ? was.get().then(found.band(), asOf.validAt())
                : Standing.first(found.band(), asOf.validAt());
        boolean changed = was.isPresent() && !was.get().value().equals(found.band());
        return new Banded(standing, changed, isEvaluated ? toRemember(subject, found, before) : List.of());
    }

    /** The code of that band alone. */
    String code(String customerId, double score, BandLimits limits) {
        return memory.isEmpty()
                ? find(score, Optional.empty(), Optional.empty(), limits).band()
                : decide(customerId, score, limits).standing().value();
    }

    private List<Remembered> toRemember(Subject subject, Found found, Optional<Standing> before) {
        Optional<Remembered> band = memory.toRemember(subject, found.band(), asOf);
        Optional<Remembered> beyond = before.isEmpty() && found.beyond().isEmpty()
                ? Optional.empty()
                : memory.toRemember(beyond(subject.customerId()), found.beyond().print(), asOf);
        if (beyond.isEmpty()) {
            return band.isEmpty() ? List.of() : List.of(band.get());
        }
        return band.isEmpty() ? List.of(beyond.get()) : List.of(band.get(), beyond.get());
    }

    private Subject beyond(String customerId) {
        return new Subject(customerId, policy.id(), Beyond.ASPECT);
    }

    private Found find(double score, Optional<Standing> was, Optional<Beyond> before, BandLimits limits) {
        if (Double.isNaN(score)) {
            return new Found(Band.UNKNOWN, Beyond.none());
        }
        Optional<Standing> stood =
                was.filter(standing -> bands.position(standing.value()).isPresent());
        if (stood.isEmpty()) {
            return new Found(limited(bands.at(score).code(), score, limits), Beyond.none());
        }
        String from = stood.get().value();
        String allowed = limited(from, score, limits);
        if (!allowed.equals(from)) {
            return new Found(allowed, Beyond.none());
        }
        String here = limited(bands.decide(score, Optional.of(from)).code(), score, limits);
        if (!isEvaluated || here.equals(from)) {
            return new Found(from, Beyond.none());
        }
        Beyond beyond = before.orElse(Beyond.none()).and(here, from, bands);
        return beyond.size() >= bands.confirmations() && hasStayed(stood.get())
                ? new Found(beyond.nearest(from, bands), Beyond.none())
                : new Found(from, bands.confirmations() == 1 ? Beyond.none() : beyond);
    }

    private boolean hasStayed(Standing standing) {
        LocalDate since = AsOf.of(standing.since()).date(zone);
        return ChronoUnit.DAYS.between(since, asOf.date(zone)) >= bands.minimumStayDays();
    }

    /** A lower limit does not lift the band above the score, which a cap of points may have bounded. */
    private String limited(String code, double score, BandLimits limits) {
        if (limits.atMost().isEmpty() && limits.atLeast().isEmpty()) {
            return code;
        }
        int position = position(code);
        int plain = position(bands.at(score).code());
        int lowest = Math.min(plain, limits.atLeast().map(this::position).orElse(0));
        int highest = limits.atMost().map(this::position).orElse(bands.list().size() - 1);
        return bands.list().get(Math.min(highest, Math.max(lowest, position))).code();
    }

    private int position(String code) {
        return bands.position(code)
                .orElseThrow(() -> new IllegalArgumentException("band (" + code + ") must be one of " + bands + "."));
    }
}
