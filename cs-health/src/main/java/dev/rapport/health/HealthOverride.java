package dev.rapport.health;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody states a customer's health to be, whatever the score says: a band or a score, by whom, why, and until
 * when. A fact like any other: recorded later, it changes no earlier cut; a later version of the record corrects or ends
 * it. No run writes or removes one.
 *
 * <p>A host feeds the series {@code health-overrides} by its adapter or as a table, see {@code docs/formats.md}.
 *
 * @param entry  the entry that is read
 */
public record HealthOverride(Entry entry) {

    /** Who answers for it. */
    public static final AttributeKey<String> OWNER = AttributeKey.text("owner");

    /** Why. */
    public static final AttributeKey<String> REASON = AttributeKey.text("reason");

    /** The first day on which it holds. */
    public static final AttributeKey<LocalDate> FROM = AttributeKey.date("from");

    /** The first day on which it does not hold any more; nothing is overridden for ever. */
    public static final AttributeKey<LocalDate> UNTIL = AttributeKey.date("until");

    /** The band that is stated. */
    public static final AttributeKey<String> BAND = AttributeKey.text("band");

    /** The score that is stated, 0 to 100; where it is, the band follows from it. */
    public static final AttributeKey<Double> SCORE = AttributeKey.number("score");

    /** The id of the scorecard that is overridden; absent for any. */
    public static final AttributeKey<String> POLICY = AttributeKey.text("policy");

    /** The series. */
    public static final SeriesKey<HealthOverride> SERIES = SeriesKey.records("health-overrides", HealthOverride::new)
            .requires(OWNER, REASON, FROM, UNTIL)
            .allows(BAND, SCORE, POLICY);

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * Who answers for it.
     *
     * @return the value
     */
    public String owner() {
        return entry.get(OWNER);
    }

    /**
     * Why.
     *
     * @return the value
     */
    public String reason() {
        return entry.get(REASON);
    }

    /**
     * The first day on which it holds.
     *
     * @return the value
     */
    public LocalDate from() {
        return entry.get(FROM);
    }

    /**
     * The first day on which it does not hold any more.
     *
     * @return the value
     */
    public LocalDate until() {
        return entry.get(UNTIL);
    }

    /**
     * The band that is stated.
     *
     * @return the value, or empty
     */
    public Optional<String> band() {
        return entry.find(BAND);
    }

    /**
     * The score that is stated.
     *
     * @return the value, or empty
     */
    public Optional<Double> score() {
        return entry.find(SCORE);
    }

    /**
     * The id of the scorecard that is overridden.
     *
     * @return the value; empty for any
     */
    public Optional<String> policy() {
        return entry.find(POLICY);
    }

    /**
     * Says whether it holds on a day.
     *
     * @param day  the last day that is seen
     * @return true from its first day until the day before it ends
     */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from()) && day.isBefore(until());
    }

    /**
     * The band that it puts a customer in.
     *
     * @param bands  what scores are called
     * @return the band of the stated score, else the stated band; empty if there is no such band or score, so that the
     *     override says nothing
     */
    public Optional<String> bandAmong(Bands bands) {
        if (score().isPresent()) {
            double stated = score().get();
            return stated >= 0 && stated <= 100 ? Optional.of(bands.at(stated).code()) : Optional.empty();
        }
        return band().filter(stated -> bands.list().stream().map(Band::code).anyMatch(stated::equals));
    }

    /** What is stated, by whom and until when; for readers of logs. */
    @Override
    public String toString() {
        String stated = score().map(Object::toString).or(this::band).orElse("nothing");
        return stated + " by " + owner() + " from " + from() + " until " + until();
    }
}
